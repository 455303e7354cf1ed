using ImageStreams.Graphs;
using ImageStreams.Tests.Builders;
using ImageStreams.Triggers;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Triggers.ExaminedObjects;

namespace ImageStreams.Tests.Triggers;

public class TriggerDoctorTests
{
    [Fact]
    public void Examine_Nothing_FindsNothing() => Assert.Empty(TriggerDoctor.Examine(GraphObjects.None));

    [Fact]
    public void Examine_SilencedCode_IsNotReportedNorFixed()
    {
        var broken = ADeployment(ATrigger("""{"name":"app:latest"}""", more: ",\"paused\":\"false\""));

        var findings = TriggerDoctor.Examine(Objects(App, broken), new() { Silenced = { "IST1009", "IST9999" } });

        var finding = Assert.Single(findings);
        Assert.Equal(TriggerRules.PausedIsText, finding.Rule);
        Assert.Contains("\"from\\\":{\\\"name\\\"", finding.Correction!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Examine_Findings_AreOrderedByNamespaceKindAndName()
    {
        var build = ABuildConfig("z").TriggeredBy(null).Build();
        var config = ADeploymentConfig("a").Runs("x").TriggeredBy(ATag("app:latest"), automatic: false).Build().In("a");

        var paths = Examine(Annotated("{}"), build, config).Select(finding => $"{finding.Location.Namespace} {finding.Location.Kind}");

        Assert.Equal(["a DeploymentConfig", "shop BuildConfig", "shop Deployment"], paths);
    }

    [Fact]
    public void ToString_Finding_IsOneLine() => Assert.Equal(
        $"IST1103 Warning: Deployment shop/web {Annotation}[0].from: The stream has no tag 1: shop/app:1 does not exist.",
        Examine(ADeployment(ATrigger("""{"kind":"ImageStreamTag","name":"app:1"}""")))[0].ToString());

    [Fact]
    public void Message_HostileNames_IsShortAndOneLine()
    {
        var hostile = ATrigger($$"""{"kind":"ImageStreamTag","name":"{{new string('x', 100_000)}}\n\u2028:{{new string('y', 100_000)}}"}""");

        Assert.All(Examine(ADeployment(hostile)), finding =>
        {
            Assert.InRange(finding.Message.Length, 1, 1200);
            Assert.DoesNotContain(finding.Message, c => char.IsControl(c) || c == '\u2028');
        });
    }

    /// <summary>Quadratic work would take minutes here.</summary>
    [Fact]
    public void Examine_HugeObjects_TakesLinearTime()
    {
        const int Count = 20_000;
        var stream = AnImageStream("s").PushedTag("t0").PointsTo('1');
        for (var i = 1; i < Count; i++)
        {
            stream.Tag($"t{i}").Follows($"t{i - 1}");
        }

        var triggers = Enumerable.Range(1, Count - 1).Reverse()
            .Select(i => ATrigger($$"""{"kind":"ImageStreamTag","name":"s:t{{i}}"}""", "spec.template.spec.containers[7].image"));
        var build = Enumerable.Range(1, Count - 1).Aggregate(ABuildConfig(), (one, i) => one.TriggeredBy(ATag($"s:t{i}")));
        var config = Enumerable.Range(1, Count - 1).Aggregate(
            ADeploymentConfig().Runs("x"), (one, i) => one.TriggeredBy(ATag($"s:t{i}"), container: $"c{i}"));

        var findings = Examine(ADeployment([.. triggers]), build.Build(), config.Build(), stream.Build());

        Assert.InRange(findings.Count, 4 * Count, 8 * Count);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"from\":null,\"fieldPath\":null,\"paused\":null}]")]
    [InlineData("[{\"from\":{}}]")]
    [InlineData("[{\"from\":{\"kind\":\"\\ud800\"}}]")]
    [InlineData("[{\"\\ud800\":1}]")]
    [InlineData("[{\"paused\":\"\\ud800\"}]")]
    [InlineData("[{\"x\":\"\\ud800\"}]")]
    [InlineData("[1e999]")]
    [InlineData("\ud800")]
    [InlineData("[{\"from\":{\"name\":\"a:b\"},\"from\":{\"kind\":\"x\"},\"fieldPath\":\"[\",\"paused\":\"\"}]")]
    public void Examine_OddAnnotation_IsAFindingAndNotAnException(string annotation) => Assert.NotEmpty(Examine(Annotated(annotation)));

    [Fact]
    public void Examine_Fleets_HaveOnlyTheIntendedFindings()
    {
        Assert.DoesNotContain(TriggerDoctor.Examine(Fleets.Platform), finding => finding.Severity == TriggerSeverity.Error);
        Assert.Contains(TriggerDoctor.Examine(Fleets.Faulty), finding => finding.Rule == TriggerRules.BuildLoop);
    }
}
