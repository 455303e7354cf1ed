using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Recordings;

public class AnswerComparisonTests
{
    [Theory]
    [InlineData("""{"a": null}""", """{}""")]
    [InlineData("""{"a": [], "b": {}}""", """{"b": null}""")]
    [InlineData("""{"created": "2026-11-23T09:35:09Z"}""", """{"created": "2026-11-23T09:35:10Z"}""")]
    [InlineData("""{"metadata": {"resourceVersion": "427"}}""", """{"metadata": {"resourceVersion": "3"}}""")]
    [InlineData("""{"reason": "Invalid", "message": "theirs"}""", """{"reason": "Invalid", "message": "ours"}""")]
    public void Compare_EquivalentAnswers_FindsNothing(string recorded, string ours) => Assert.Empty(Differences(recorded, ours));

    [Theory]
    [InlineData("""{"a": 0}""", """{}""", "$.a: recorded 0, ours nothing")]
    [InlineData("""{"a": "x"}""", """{"a": "y"}""", "$.a: recorded \"x\", ours \"y\"")]
    [InlineData("""{"a": {"b": 1}}""", """{"a": {"b": 2}}""", "$.a.b: recorded 1, ours 2")]
    [InlineData("""{"a": {}}""", """{"a": {"b": false}}""", "$.a.b: recorded nothing, ours false")]
    [InlineData(
        """{"created": "2026-11-23T09:35:09Z"}""",
        """{"created": "2026-11-23T09:35:19Z"}""",
        "$.created: recorded \"2026-11-23T09:35:09Z\", ours \"2026-11-23T09:35:19Z\"")]
    [InlineData(
        """{"reason": "NotFound", "message": "a"}""",
        """{"reason": "NotFound", "message": "b"}""",
        "$.message: recorded \"a\", ours \"b\"")]
    public void Compare_Different_ReportsThePath(string recorded, string ours, string expected) =>
        Assert.Equal(expected, Assert.Single(Differences(recorded, ours)));

    [Fact]
    public void Compare_ListOfOtherLength_NamesTheItems() => Assert.Equal(
        """$.items: recorded 2 items ["a","b"], ours 1 ["a"]""",
        Assert.Single(Differences("""{"items": [{"name": "a"}, {"name": "b"}]}""", """{"items": [{"name": "a"}]}""")));

    [Fact]
    public void Compare_VersionThatShouldNotHaveChanged_Differs()
    {
        var comparison = new AnswerComparison(new Identities());
        comparison.Compare(Versioned("427"), Versioned("3"));

        comparison.Compare(Versioned("427"), Versioned("4"));

        Assert.Equal("$.resourceVersion: recorded \"427\", ours \"4\"", Assert.Single(comparison.Differences));
    }

    [Fact]
    public void Compare_VersionThatShouldHaveChanged_Differs()
    {
        var comparison = new AnswerComparison(new Identities());
        comparison.Compare(Versioned("427"), Versioned("3"));

        comparison.Compare(Versioned("428"), Versioned("3"));

        Assert.Single(comparison.Differences);
    }

    /// <summary>Other writers change the version of a list, so it may correspond to several of ours.</summary>
    [Fact]
    public void Compare_VersionOfList_IsNotCompared() => Assert.Empty(Differences(
        """{"kind": "ImageStreamList", "metadata": {"resourceVersion": "500"}}""",
        """{"kind": "ImageStreamList", "metadata": {"resourceVersion": "7"}}"""));

    [Fact]
    public void Compare_MessageWithVersion_IsTranslated()
    {
        var identities = new Identities();
        identities.AreSame("569", "12");
        var comparison = new AnswerComparison(identities);

        comparison.Compare(
            JsonNode.Parse("""{"message": "moved to 569 (569)"}"""), JsonNode.Parse("""{"message": "moved to 12 (12)"}"""));

        Assert.Empty(comparison.Differences);
    }

    private static IReadOnlyList<string> Differences(string recorded, string ours)
    {
        var comparison = new AnswerComparison(new Identities());
        comparison.Compare(JsonNode.Parse(recorded), JsonNode.Parse(ours));
        return comparison.Differences;
    }

    private static JsonObject Versioned(string version) => new() { ["resourceVersion"] = version };
}
