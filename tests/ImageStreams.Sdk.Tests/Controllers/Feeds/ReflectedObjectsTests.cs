using ImageStreams.Clients;
using ImageStreams.Controllers;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Controllers;

/// <summary>The ways to find objects in a cache.</summary>
public sealed class ReflectedObjectsTests
{
    private readonly ReflectedObjects<ImageStream> _objects = new();

    public ReflectedObjectsTests() => _objects.Replace([Stream("shop", "web", "1"), Stream("shop", "ruby", "2"), Stream("ci", "web", "2")]);

    [Fact]
    public void Find_ByNamespaceAndName() => Assert.Equal("ci", _objects.Find("ci", "web")!.Namespace);

    [Fact]
    public void FindInNamespace_HasItsObjects() => Assert.Equal(["ruby", "web"], Names(_objects.FindInNamespace("shop")));

    [Fact]
    public void FindByLabels_HasTheObjectsThatMatch() => Assert.Equal(["ruby", "web"], Names(_objects.FindByLabels("note=2")));

    [Fact]
    public void FindByLabels_MalformedSelector_IsRefused() =>
        Assert.Equal(ApiFailure.BadRequest, Assert.Throws<ApiException>(() => _objects.FindByLabels("a=b=c")).Reason);

    [Fact]
    public void FindByIndex_AfterChanges_HasTheNewValues()
    {
        _objects.AddIndex("note", static stream => stream.Metadata.Labels.TryGetValue("note", out var note) ? [note] : []);
        _objects.Replace([Stream("shop", "web", "3"), Stream("ci", "web", "2")]);

        Assert.Equal(["web"], Names(_objects.FindByIndex("note", "3")));
        Assert.Equal(["web"], Names(_objects.FindByIndex("note", "2")));
        Assert.Empty(_objects.FindByIndex("note", "1"));
    }

    [Fact]
    public void FindByIndex_UnknownName_IsRefused() =>
        Assert.Contains("\"other\"", Assert.Throws<ArgumentException>(() => _objects.FindByIndex("other", "1")).Message, StringComparison.Ordinal);

    [Fact]
    public void AddIndex_NameThatExists_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _objects.AddIndex("namespace", static _ => []));

    private static string[] Names(IEnumerable<ImageStream> streams) => [.. streams.Select(stream => stream.Name).Order(StringComparer.Ordinal)];
}
