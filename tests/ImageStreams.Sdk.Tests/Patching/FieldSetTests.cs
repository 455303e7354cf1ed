using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Tests.Patching;

/// <summary>The text of sets of fields.</summary>
public sealed class FieldSetTests
{
    [Theory]
    [InlineData("""{"f:a":{},"f:b":{".":{},"f:c":{}},"k:{\"n\":1}":{"f:d":{}},"v:\"x\"":{},"i:2":{}}""")]
    [InlineData("""{}""")]
    public void TryParse_CanonicalText_IsKept(string text)
    {
        Assert.True(FieldSet.TryParse(RawJson.Parse(text), out var set));
        Assert.Equal(text, set.ToString());
    }

    [Fact]
    public void TryParse_OtherOrder_IsMadeCanonical()
    {
        Assert.True(FieldSet.TryParse(RawJson.Parse("""{"i:10":{},"v:2":{},"i:2":{},"k:{\"b\":1,\"a\":2}":{},"f:b":{},"f:a":{}}"""), out var set));
        Assert.Equal("""{"f:a":{},"f:b":{},"k:{\"a\":2,\"b\":1}":{},"v:2":{},"i:2":{},"i:10":{}}""", set.ToString());
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"a":{}}""")]
    [InlineData("""{"f:a":1}""")]
    [InlineData("""{"k:x":{}}""")]
    [InlineData("""{"i:x":{}}""")]
    [InlineData("""{"x:a":{}}""")]
    public void TryParse_OtherText_IsNone(string text)
    {
        Assert.False(FieldSet.TryParse(RawJson.Parse(text), out var set));
        Assert.True(set.IsEmpty);
    }

    [Fact]
    public void TryParse_DeepText_IsKept()
    {
        var text = string.Concat(Enumerable.Repeat("{\"f:a\":", 500)) + "{}" + new string('}', 500);

        Assert.True(FieldSet.TryParse(RawJson.Parse(text), out var set));
        Assert.Equal(text, set.ToString());
    }

    [Theory]
    [InlineData("""{"f:b":{},"f:a":{"f:d":{},"f:c":{}}}""", """{"f:a":{"f:c":{},"f:d":{}},"f:b":{},"f:z":{}}""")]
    [InlineData("""{"f:a":{},"f:a":{"f:b":{}}}""", """{"f:a":{"f:b":{}},"f:z":{}}""")]
    [InlineData("""{"f:a":{"f:b":{},".":{}}}""", """{"f:a":{"f:b":{},".":{}},"f:z":{}}""")]
    [InlineData("""{"f:a":{".":{}}}""", """{"f:a":{},"f:z":{}}""")]
    [InlineData("""{".":{},"f:a":{}}""", """{"f:a":{},"f:z":{}}""")]
    [InlineData("""{"f:a":{"f:b":{},"\u002e":{}}}""", """{"f:a":{"f:b":{},"\u002e":{}},"f:z":{}}""")]
    [InlineData("""{"f:a":{"\u002E":{}},"f:b":{}}""", """{"f:a":{},"f:b":{},"f:z":{}}""")]
    [InlineData("""{"\u002e":{},"f:a":{}}""", """{"f:a":{},"f:z":{}}""")]
    [InlineData("""{"f:a":null}""", """{"f:z":{}}""")]
    [InlineData("""{"f:a":{"f:b":["}"]}}""", """{"f:a":{"f:b":["}"]},"f:z":{}}""")]
    [InlineData("""{"f:\"{":{"f:\\":{}}}""", """{"f:\"{":{"f:\\":{}},"f:z":{}}""")]
    [InlineData("""["f:a"]""", """{"f:z":{}}""")]
    [InlineData("""{"a":{}}""", """{"f:z":{}}""")]
    public void FromStored_TextThatIsNotCanonical_IsReadAllTheSame(string text, string expected)
    {
        Assert.True(FieldSet.TryParse(RawJson.Parse("""{"f:z":{}}"""), out var other));
        Assert.Equal(expected, FieldSet.FromStored(RawJson.Parse(text)).Union(other).ToString());
    }

    [Fact]
    public void FromStored_StepsThatStay_KeepTheirText()
    {
        Assert.True(FieldSet.TryParse(RawJson.Parse("""{"f:b":{"f:d":{}}}"""), out var other));
        var stored = FieldSet.FromStored(RawJson.Parse("""{"f:a":{"f:\u0063":{}},"f:b":{".":{},"f:c":{}}}"""));
        Assert.Equal("""{"f:a":{"f:\u0063":{}},"f:b":{".":{},"f:c":{},"f:d":{}}}""", stored.Union(other).ToString());
    }

    [Fact]
    public void FromStored_EscapedSelf_IsOwned()
    {
        Assert.True(FieldSet.TryParse(RawJson.Parse("""{"f:a":{}}"""), out var self));
        var stored = FieldSet.FromStored(RawJson.Parse("""{"f:a":{"\u002e":{},"f:b":{}}}"""));
        Assert.Equal("""{"f:a":{}}""", stored.Intersection(self).ToString());
        Assert.Equal("""{"f:a":{"f:b":{}}}""", stored.Difference(self).ToString());
    }

    [Fact]
    public void GetPaths_ListsALevelBeforeThoseBelow()
    {
        Assert.True(FieldSet.TryParse(
            RawJson.Parse("""{"f:a":{"f:b":{}},"f:c":{},"f:d":{"k:{\"n\":\"1\"}":{".":{},"v:3":{}}}}"""), out var set));

        Assert.Equal([".c", ".a.b", ".d[n=\"1\"]", ".d[n=\"1\"][=3]"], set.GetPaths());
    }
}
