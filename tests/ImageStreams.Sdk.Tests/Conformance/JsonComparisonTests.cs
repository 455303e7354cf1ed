using System.Text.Json;
using ImageStreams.Conformance;

namespace ImageStreams.Tests.Conformance;

public class JsonComparisonTests
{
    /// <summary>Two values, whether they are the same exactly, and whether they are as API objects.</summary>
    public static TheoryData<string, string, bool, bool> Pairs => new()
    {
        { """{"a":1,"b":"x"}""", """{"b":"x","a":1}""", true, true },
        { """{"a":1}""", """{"a":2}""", false, false },
        { """{"a":1}""", """{"a":1.0}""", false, false },
        { """{"a":1}""", """{"a":"1"}""", false, false },
        { """{"a":true}""", """{"a":false}""", false, false },
        { """{"a":1}""", """{"a":1,"b":2}""", false, false },
        { """{"a":1,"b":2}""", """{"a":1}""", false, false },
        { """[1,2]""", """[2,1]""", false, false },
        { """[1]""", """[1,1]""", false, false },
        { """{"a":null}""", "{}", false, true },
        { "{}", """{"a":[]}""", false, true },
        { """{"a":{}}""", """{"a":[]}""", false, true },
        { """{"a":{"b":[]}}""", """{"a":{}}""", false, true },
        { """{"a":""}""", "{}", false, false },
        { """{"a":0}""", "{}", false, false },
        { """[{}]""", "[null]", false, true },
        { """{"at":"NOW"}""", $$"""{"at":"{{SuiteClock.NowOnTheWire}}"}""", true, true },
        { """{"at":"NOW"}""", """{"at":"2024-01-01T00:00:00Z"}""", false, false },
        { $$"""{"at":"{{SuiteClock.NowOnTheWire}}"}""", """{"at":"NOW"}""", false, false },
        { """{"a":"\u0041"}""", """{"a":"A"}""", true, true },
        { """{"anyOf":[{"a":1},{"a":2}]}""", """{"a":2}""", true, true },
        { """{"anyOf":[{"a":1},{"a":2}]}""", """{"a":3}""", false, false },
        { """{"anyOf":[{"a":1},{"a":[]}]}""", "{}", false, true },
        { """{"anyOf":[]}""", "{}", false, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Matches_Values_AsTheRulesSay(string expected, string got, bool exactly, bool asApiObjects)
    {
        Assert.Equal(exactly, Matches(JsonComparison.Exact, expected, got));
        Assert.Equal(asApiObjects, Matches(JsonComparison.ApiObjects, expected, got));
    }

    private static bool Matches(JsonComparison comparison, string expected, string got)
    {
        using var left = JsonDocument.Parse(expected);
        using var right = JsonDocument.Parse(got);
        return comparison.Matches(left.RootElement, right.RootElement);
    }
}
