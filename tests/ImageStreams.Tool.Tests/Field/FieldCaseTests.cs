using System.Text.Json;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>Manifests as people write them, through the tool.</summary>
public sealed class FieldCaseTests
{
    public static TheoryData<string> DoctorCases => [.. FieldCases.Doctor.Select(one => one.Name)];

    public static TheoryData<string> ValidateCases => [.. FieldCases.Validate.Select(one => one.Name)];

    public static TheoryData<string> Refusals => [.. RefusedCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(DoctorCases))]
    public Task Doctor_ManifestFromTheField_FindsWhatIsWrongAtItsLine(string name) =>
        AssertFindingsAsync("doctor", FieldCases.Doctor.Single(one => one.Name == name));

    [Theory]
    [MemberData(nameof(ValidateCases))]
    public Task Validate_ManifestFromTheField_FindsWhatIsRefusedAtItsLine(string name) =>
        AssertFindingsAsync("validate", FieldCases.Validate.Single(one => one.Name == name));

    [Theory]
    [MemberData(nameof(Refusals))]
    public Task Validate_RefusedManifest_NamesTheLineOfEachField(string name) =>
        AssertFindingsAsync("validate", RefusedCases.All.Single(one => one.Name == name));

    [Theory]
    [InlineData("a build pushes what a workload waits for", "ruby:2.7", 1, 1)]
    [InlineData("a build trigger without imageChange", "ruby:2.7", 1, 0)]
    [InlineData("a base without a kind", "ruby:2.7", 1, 0)]
    [InlineData("a deployment trigger on the kind ImageStream", "ruby:latest", 0, 1)]
    [InlineData("a deployment trigger without a kind", "ruby:2.7", 0, 1)]
    [InlineData("imageChangeParams in a BuildConfig", "ruby:2.7", 1, 0)]
    public async Task Impact_ManifestFromTheField_CountsBuildsAndRollouts(string name, string tag, int builds, int rollouts)
    {
        var setting = new ToolSetting { Input = FieldCases.Doctor.Single(one => one.Name == name).Yaml };

        var run = await ToolRun.RunAsync(setting, "impact", "-", "--tag", tag, "--output", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(builds, json.RootElement.GetProperty("builds").GetInt32());
        Assert.Equal(rollouts, json.RootElement.GetProperty("rollouts").GetInt32());
    }

    private static async Task AssertFindingsAsync(string command, FieldCase one)
    {
        var run = await ToolRun.RunAsync(new ToolSetting { Input = one.Yaml }, command, "-", "--output", "json");

        using var json = JsonDocument.Parse(run.Out);
        var found = json.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() != "note")
            .Select(finding => $"{finding.GetProperty("place").GetProperty("line")} {finding.GetProperty("severity")} {finding.GetProperty("code")}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(one.Expected, found);
        Assert.Equal(one.Expected.Any() ? ToolExitCode.Findings : ToolExitCode.Fine, run.ExitCode);
    }
}
