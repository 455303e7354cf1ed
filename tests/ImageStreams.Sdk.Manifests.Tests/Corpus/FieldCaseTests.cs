using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Manifests.Corpus;

/// <summary>Objects as people write them, with what is right and wrong about them.</summary>
public class FieldCaseTests
{
    [Theory]
    [InlineData("01.yaml")]
    [InlineData("02.yaml")]
    [InlineData("03.yaml", "IST1303 Error 15:5")]
    [InlineData("04.yaml")]
    [InlineData("05.yaml", "IST1017 Note 19:7")]
    [InlineData("06.yaml")]
    [InlineData("07.yaml", "IST1014 Warning 16:5")]
    [InlineData("08.yaml", "IST1015 Error 16:5")]
    [InlineData("09.yaml")]
    [InlineData("10.yaml")]
    [InlineData("11.yaml")]
    [InlineData("12.yaml", "IST1115 Note 19:7")]
    [InlineData("13.json")]
    [InlineData("14-comma.yaml", "IST1001 Error 17:10")]
    [InlineData("14-blank.yaml", "IST1013 Error 12:13", "IST1115 Note 10:11")]
    public async Task Examine_Case_HasTheRightFindingsAtTheirPlaces(string file, params string[] expected)
    {
        var set = await LoadAsync(file);
        var findings = TriggerDoctor.Examine(set.ToGraphObjects(), new TriggerDoctorOptions { IgnoreStatus = true });
        Assert.Equal(expected, findings.Select(finding => $"{finding.Code} {finding.Severity} {Show(set.FindPlace(finding.Location)!)}"));
    }

    [Theory]
    [InlineData("01.yaml", 1, 1)]
    [InlineData("02.yaml", 1, 0)]
    [InlineData("04.yaml", 1, 0)]
    [InlineData("07.yaml", 1, 0)]
    [InlineData("06.yaml", 0, 1)]
    public async Task ComputeImpact_Base_ReachesWhatFollowsIt(string file, int builds, int rollouts)
    {
        var graph = TagGraph.Create((await LoadAsync(file)).ToGraphObjects());
        var impact = graph.ComputeImpact(ImageStreamTagName.Parse("shop/ruby:2.7"));
        Assert.Equal((builds, rollouts), (impact.Builds, impact.Rollouts));
    }

    [Fact]
    public async Task FindFieldProblems_MisspelledField_IsFoundAtItsLine()
    {
        var set = await LoadAsync("09.yaml");
        var build = set.Find("BuildConfig", "shop", "app")!;
        var problem = Assert.Single(ImageStreamJson.FindFieldProblems<Builds.BuildConfig>(build.Json.Utf8));
        Assert.Equal(21, build.FindPlace(problem.Path).Line);
        Assert.Empty(ImageStreamJson.FindFieldProblems<Workloads.DeploymentConfig>((await LoadAsync("10.yaml")).Objects[1].Json.Utf8));
    }

    [Fact]
    public async Task LoadAsync_OtherKinds_AreNotReadAsStreams()
    {
        Assert.Empty((await LoadAsync("11.yaml")).Streams);
        var template = await LoadAsync("12.yaml");
        Assert.Equal("site", Assert.Single(template.Streams).Name);
        Assert.Equal("site:latest", Assert.Single(template.BuildConfigs).Spec.Output.To!.Name);
        Assert.Equal("openshift", template.BuildConfigs[0].Spec.Strategy.From!.Namespace);
    }

    [Fact]
    public async Task LoadAsync_ImageStreamTagWithoutPolicies_HasTheDefaultsOfAServer() =>
        Assert.Empty(ImageStreamValidator.Validate(Assert.Single((await LoadAsync("13.json")).ImageStreamTags)));

    private static Task<ManifestSet> LoadAsync(string file) => CorpusFiles.LoadAsync($"field/{file}");

    private static string Show(TextPlace place) => $"{place.Line}:{place.Column}";
}
