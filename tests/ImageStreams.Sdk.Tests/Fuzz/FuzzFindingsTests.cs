using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Serialization;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Fuzz;

/// <summary>What fuzzing found.</summary>
public sealed class FuzzFindingsTests
{
    [Theory]
    [InlineData("""{"type":"ImageChange","imageChang":{"note":"\ud800"}}""")]
    [InlineData("""{"type":"ImageChange","imageChang":{},"note":"\udc00x"}""")]
    [InlineData("""{"type":"ImageChange","imageChang":{"note":{"deep":["\ud800"]}}}""")]
    public void MisspelledFieldBesideHalfASurrogatePair_IsFoundWithoutACorrection(string trigger)
    {
        var build = ImageStreamJson.Deserialize<BuildConfig>(
            """{"metadata":{"name":"web","namespace":"shop"},"spec":{"triggers":[""" + trigger + "]}}");

        var findings = TriggerDoctor.Examine(new GraphObjects { BuildConfigs = [build] });

        Assert.Contains(findings, finding => finding.ToString().Contains("imageChang", StringComparison.Ordinal));
    }
}
