using System.Text;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Triggers;

/// <summary>Fields in the wrong place are put right if that is certain.</summary>
public class TriggerFieldScanTests
{
    [Theory]
    [InlineData("""{"paused":true}""", """{"imageChange":{"paused":true}}""")]
    [InlineData("""{"paused":true,"imageChange":{"from":{}}}""", """{"imageChange":{"from":{},"paused":true}}""")]
    [InlineData("""{"paused":true,"imageChange":{"paused":false}}""", """{"imageChange":{"paused":false}}""")]
    [InlineData("""{"imageChangeParams":{"automatic":true,"from":{"name":"ü<"}},"type":"x"}""", """{"type":"x","imageChange":{"from":{"name":"ü<"}}}""")]
    [InlineData("""{"imageChangeParams":[]}""", """{"imageChange":{}}""")]
    [InlineData("""{"from":{"name":"a"}}""", """{"imageChange":{"from":{"name":"a"}}}""")]
    [InlineData("""{"imageChange":{"form":{"name":"a"}}}""", """{"imageChange":{"from":{"name":"a"}}}""")]
    [InlineData("""{"imageChange":{"kind":"K","from":{"name":"a"}}}""", """{"imageChange":{"from":{"name":"a","kind":"K"}}}""")]
    [InlineData("""{"automatic":false}""", null)]
    [InlineData("""{"paused":false}""", null)]
    [InlineData("""{"paused":true,"from":{}}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""[]""", null)]
    [InlineData("""{""", null)]
    [InlineData("""{"paused":true,"paused":true}""", null)]
    public void Correct_TriggerOfABuild_PutsTheFieldRight(string trigger, string? corrected)
    {
        Assert.Equal(corrected, Scan(trigger).Correct());
        Assert.Equal(corrected is null ? null : $"spec = {corrected}", Scan(trigger).Correct("spec")?.ToString());
    }

    [Fact]
    public void Correct_ParametersOfABuildInADeployment_AreLeftToPeople() => Assert.Null(TriggerFieldScan.Run(
        """{"imageChange":{"from":{"name":"a"}}}"""u8, TriggerFieldTables.Deployment).Correct());

    [Fact]
    public void Found_SeveralFields_AreInTheOrderOfTheText() => Assert.Equal(
        [".paused", ".imageChange.kind", ".from"],
        Scan("""{"paused":true,"imageChange":{"kind":"K"},"from":{}}""").Found.Select(field => field.Path));

    [Theory]
    [InlineData("""{"Type":"x","type":"y"}""")]
    [InlineData("""{"imagechange":{},"imageChange":{}}""")]
    public void Found_FieldBesideTheOneThatItMeans_IsNotFound(string trigger) => Assert.Empty(Scan(trigger).Found);

    [Theory]
    [InlineData("paused", "paused", true)]
    [InlineData("PAU-S_E D", "paused", true)]
    [InlineData("pause", "paused", true)]
    [InlineData("pausedd", "paused", true)]
    [InlineData("pauxed", "paused", true)]
    [InlineData("pasued", "paused", true)]
    [InlineData("apused", "paused", true)]
    [InlineData("pausde", "paused", true)]
    [InlineData("xpaused", "paused", true)]
    [InlineData("aused", "paused", true)]
    [InlineData("paus", "paused", false)]
    [InlineData("pausedxx", "paused", false)]
    [InlineData("paxxed", "paused", false)]
    [InlineData("pasuex", "paused", false)]
    [InlineData("psaude", "paused", false)]
    [InlineData("usepad", "paused", false)]
    [InlineData("typ", "type", true)]
    [InlineData("ui", "uid", false)]
    [InlineData("U-I-D", "uid", true)]
    [InlineData("u--id", "uid", true)]
    [InlineData("u----id", "uid", false)]
    [InlineData("u---id", "uid", true)]
    [InlineData("", "type", false)]
    public void IsNear_OneMistakeOrSeparators_IsNear(string name, string meant, bool isNear) =>
        Assert.Equal(isNear, Misspelling.IsNear(name, meant));

    private static TriggerFieldScan Scan(string trigger) => TriggerFieldScan.Run(Encoding.UTF8.GetBytes(trigger), TriggerFieldTables.Build);
}
