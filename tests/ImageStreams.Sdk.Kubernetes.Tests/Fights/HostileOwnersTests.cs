using System.Diagnostics;
using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Kubernetes;
using ImageStreams.Patching;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Objects whose owners no server wrote.</summary>
public sealed class HostileOwnersTests
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"spec":{}}""")]
    [InlineData("""{"f:spec":1}""")]
    [InlineData("""{"k:{\"name\"":{}}""")]
    [InlineData("""{"i:x":{}}""")]
    public void FieldsThatAreNone_NameTheirPlace(string fields)
    {
        var unreadable = Assert.IsType<FightForecast.Unreadable>(FightPrediction.Predict(WithFields(fields), Intend()));

        Assert.Equal("metadata.managedFields[0].fieldsV1", unreadable.Place);
        Assert.Equal("The fields of argocd-controller are no set of fields.", unreadable.Message);
        Assert.False(unreadable.HasCertainFight);
    }

    [Fact]
    public void TooManyEntries_AreNotRead()
    {
        var live = ReadJson("argocd");
        var entries = live["metadata"]!["managedFields"]!.AsArray();
        var entry = entries[0]!.ToJsonString();
        for (var i = 0; i < 1_000; i++)
        {
            entries.Add(JsonNode.Parse(entry));
        }

        var unreadable = Assert.IsType<FightForecast.Unreadable>(FightPrediction.Predict(ToObject(live), Intend()));
        Assert.Equal(("metadata.managedFields", "There are 1001 entries; at most 1000 are read."), (unreadable.Place, unreadable.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("""{"a":1,"a":2}""")]
    public void LastAppliedThatIsNoObject_NamesItsPlace(string text)
    {
        var live = ReadJson("kubectl-apply");
        live["metadata"]!["annotations"]![LastApplied] = text;

        var forecast = FightPrediction.Predict(ToObject(live), Intend());
        Assert.Equal(text.Length > 0, forecast is FightForecast.Unreadable { Place: $"metadata.annotations[\"{LastApplied}\"]" });
    }

    [Fact]
    public void LastAppliedThatIsDeep_IsUnreadable()
    {
        var live = ReadJson("kubectl-apply");
        live["metadata"]!["annotations"]![LastApplied] = $"{string.Concat(Enumerable.Repeat("{\"a\":", 5_000))}1{new string('}', 5_000)}";

        Assert.IsType<FightForecast.Unreadable>(FightPrediction.Predict(ToObject(live), Intend()));
    }

    [Fact]
    public void ManyFields_AreListedUpToALimit_InTime()
    {
        var keys = Enumerable.Range(0, 20_000).Select(i => $"\"f:k{i}\":{{}}");
        var fields = $"{{\"f:data\":{{{string.Join(',', keys)}}}}}";
        Assert.True(FieldSet.TryParse(RawJson.Parse(fields), out var set));

        var watch = Stopwatch.StartNew();
        var expected = Assert.IsType<FightForecast.Expected>(FightPrediction.PredictForFields(WithFields(fields), set));

        Assert.Equal(1_000, expected.Fights.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void NamesInRemedies_AreQuoted()
    {
        var live = ReadJson("operator");
        live["metadata"]!["ownerReferences"]![0]!["name"] = "a'; rm -rf ~\n#";

        Assert.Equal(
            "kubectl edit -n shop 'Shop.v1.shop.example.com/a'\\''; rm -rf ~#'\n",
            GetFight(FightPrediction.Predict(ToObject(live), Intend())).Remedies[0].Text);
    }

    private static ClusterObject WithFields(string fields)
    {
        var live = ReadJson("argocd");
        live["metadata"]!["managedFields"]![0]!["fieldsV1"] = JsonNode.Parse(fields);
        return ToObject(live);
    }

    private static ClusterObject ToObject(JsonObject value) => ImageStreamJson.Deserialize<ClusterObject>(value.ToJsonString());
}
