using ImageStreams.Clients;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

/// <summary>Field selectors, through the list that takes them.</summary>
public sealed class FieldSelectorTests : IDisposable
{
    private const string Here = "image-registry.openshift-image-registry.svc:5000/shop/a";

    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("", "abc")]
    [InlineData("metadata.name=a", "a")]
    [InlineData("metadata.name==a", "a")]
    [InlineData("metadata.name!=a", "bc")]
    [InlineData("metadata.name!=a,metadata.name!=b", "c")]
    [InlineData("metadata.namespace=shop,metadata.name=b", "b")]
    [InlineData("metadata.namespace=other", "")]
    [InlineData("metadata.name=a\\,b", "")]
    [InlineData("metadata.name=", "")]
    [InlineData("spec.dockerImageRepository=", "abc")]
    [InlineData("status.dockerImageRepository=" + Here, "a")]
    [InlineData(",metadata.name=a,", "a")]
    public async Task List_Selector_Selects(string selector, string expected)
    {
        foreach (var name in "abc")
        {
            await _engine.Client.Streams.CreateAsync(AStream(name.ToString()));
        }

        Assert.Equal(expected, await ListAsync(selector));
    }

    [Theory]
    [InlineData("metadata.name")]
    [InlineData("metadata.name=a=b")]
    [InlineData("metadata.name=a\\")]
    [InlineData("metadata.name=\\n")]
    [InlineData("spec.nosuch=x")]
    [InlineData("=x")]
    public async Task List_NoSelector_IsABadRequest(string selector) =>
        await AssertRejectedAsync(ApiFailure.BadRequest, () => ListAsync(selector));

    [Fact]
    public async Task List_UnknownField_NamesTheKnownOnes()
    {
        var rejected = await AssertRejectedAsync(ApiFailure.BadRequest, () => ListAsync("spec.nosuch=x"));

        Assert.StartsWith(
            "\"spec.nosuch\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"",
            rejected.Message,
            StringComparison.Ordinal);
    }

    private async Task<string> ListAsync(string selector)
    {
        var list = await _engine.Client.Streams.ListAsync(null, new ListOptions { FieldSelector = selector });
        return string.Concat(list.Items.Select(item => item.Metadata.Name));
    }
}
