using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

public sealed class DoctorFixTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before;

    public DoctorFixTests()
    {
        foreach (var file in Directory.GetFiles(RepositoryFiles.Shop))
        {
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        }

        _before = _folder.Read("workloads.yaml");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fix_InAPipeWithoutYes_ShowsTheDifferenceAndWritesNothing()
    {
        var run = await ToolRun.RunAsync("doctor", _folder.Path, "--fix");

        Assert.Equal(_before, _folder.Read("workloads.yaml"));
        Assert.Contains("-          \"paused\": \"false\"\n+          \"paused\": false\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("nothing was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Findings, run.ExitCode);
    }

    [Fact]
    public async Task Fix_Yes_ChangesThatLineAloneAndExaminesAgain()
    {
        var run = await ToolRun.RunAsync("doctor", _folder.Path, "--fix", "--yes");

        Assert.Equal(_before.Replace("\"paused\": \"false\"", "\"paused\": false", StringComparison.Ordinal), _folder.Read("workloads.yaml"));
        Assert.Contains("0 errors, 0 warnings", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Fine, run.ExitCode);
        Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("yes\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task Fix_OnATerminal_WritesWhenThePersonAgrees(string answer, bool isWritten)
    {
        var run = await ToolRun.RunAsync(ToolSetting.Terminal with { Input = answer }, "doctor", _folder.Path, "--fix");

        Assert.Equal(isWritten, _folder.Read("workloads.yaml") != _before);
        Assert.Contains("Write 1 file? [y/N]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_IgnoredCode_IsNotCorrected()
    {
        await ToolRun.RunAsync("doctor", _folder.Path, "--fix", "--yes", "--ignore", "IST1002");

        Assert.Equal(_before, _folder.Read("workloads.yaml"));
    }

    [Fact]
    public async Task Fix_StandardInput_ShowsTheDifferenceAndRefusesToWrite()
    {
        var run = await ToolRun.RunAsync(new ToolSetting { Input = _before }, "doctor", "-", "--fix", "--yes");

        Assert.Contains("+          \"paused\": false\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(ToolExitCode.Failed, run.ExitCode);
    }
}
