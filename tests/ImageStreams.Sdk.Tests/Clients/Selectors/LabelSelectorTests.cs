using System.Diagnostics;
using ImageStreams.Clients;
using ImageStreams.Collections;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Label selectors, through the list that takes them.</summary>
public sealed class LabelSelectorTests : IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    /// <summary>Objects: a (tier=front, n=1), b (tier=back, n=2), c (n=10), d (no labels).</summary>
    [Theory]
    [InlineData("", "abcd")]
    [InlineData("tier", "ab")]
    [InlineData("!tier", "cd")]
    [InlineData("tier=front", "a")]
    [InlineData(" tier == front ", "a")]
    [InlineData("tier!=front", "bcd")]
    [InlineData("tier in (front,back)", "ab")]
    [InlineData("tier in ( front , back ) , n notin (1)", "b")]
    [InlineData("tier notin (front)", "bcd")]
    [InlineData("tier=", "")]
    [InlineData("tier in (,front)", "a")]
    [InlineData("n>1", "bc")]
    [InlineData("n<10", "ab")]
    [InlineData("n>1,n<10", "b")]
    [InlineData("tier>1", "")]
    [InlineData("in in (in)", "")]
    [InlineData("notin", "")]
    [InlineData("example.com/tier", "")]
    public async Task List_Selector_Selects(string selector, string expected)
    {
        await CreateAsync("a", ("tier", "front"), ("n", "1"));
        await CreateAsync("b", ("tier", "back"), ("n", "2"));
        await CreateAsync("c", ("n", "10"));
        await CreateAsync("d");

        Assert.Equal(expected, await ListAsync(selector));
    }

    [Theory]
    [InlineData("a=b=c")]
    [InlineData("a,")]
    [InlineData(",")]
    [InlineData("a in b")]
    [InlineData("a in (b")]
    [InlineData("a in (b))")]
    [InlineData("a isin (b)")]
    [InlineData("a b")]
    [InlineData("!a=b")]
    [InlineData("a>b")]
    [InlineData("-a")]
    [InlineData("a=-")]
    [InlineData("/a")]
    [InlineData("a/b/c")]
    [InlineData("Ä=1")]
    [InlineData("a\u0000=1")]
    public async Task List_NoSelector_IsABadRequest(string selector)
    {
        var rejected = await AssertRejectedAsync(ApiFailure.BadRequest, () => ListAsync(selector));

        Assert.Contains("label selector", rejected.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', rejected.Message);
    }

    [Theory]
    [InlineData("!")]
    [InlineData("a in (")]
    [InlineData("a,")]
    [InlineData("(")]
    public async Task List_HostileSelector_IsRejectedAtOnce(string repeated)
    {
        var selector = string.Concat(Enumerable.Repeat(repeated, 60_000 / repeated.Length));
        var watch = Stopwatch.StartNew();

        await AssertRejectedAsync(ApiFailure.BadRequest, () => ListAsync(selector));

        Assert.True(watch.ElapsedMilliseconds < 2000);
    }

    [Fact]
    public async Task List_TooLong_IsRejected() =>
        await AssertRejectedAsync(ApiFailure.BadRequest, () => ListAsync(new string('a', 70_000)));

    private async Task<string> ListAsync(string selector)
    {
        var list = await _engine.Client.Streams.ListAsync(Namespace, new ListOptions { LabelSelector = selector });
        return string.Concat(list.Items.Select(item => item.Metadata.Name));
    }

    private Task<ImageStream> CreateAsync(string name, params (string Key, string Value)[] labels)
    {
        var stream = AStream(name);
        var map = labels.Select(label => KeyValuePair.Create(label.Key, label.Value)).ToValueMap();
        return _engine.Client.Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Labels = map } });
    }
}
