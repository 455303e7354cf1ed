using ImageStreams.AspNetCore;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The JSON of objects is kept up to a number of bytes.</summary>
public sealed class KeptEncodingsTests
{
    private static readonly ImageStream One = new() { Metadata = new() { Name = "one" } };
    private static readonly ImageStream Two = new() { Metadata = new() { Name = "two" } };

    [Fact]
    public void Keep_AnObjectThatIsKept_ReturnsTheFirst()
    {
        var kept = new KeptEncodings(maxBytes: 100);
        var first = Encode(10);

        Assert.Same(first, kept.Keep(One, first));
        Assert.Same(first, kept.Keep(One, Encode(10)));
        Assert.Same(first, kept.Find(One));
    }

    [Fact]
    public void Find_AnEqualObject_IsNoneOfThoseKept()
    {
        var kept = new KeptEncodings(maxBytes: 100);
        kept.Keep(One, Encode(10));

        Assert.Null(kept.Find(One with { }));
    }

    [Fact]
    public void Keep_BeyondTheBytes_ForgetsTheOldest()
    {
        var kept = new KeptEncodings(maxBytes: 15);
        kept.Keep(One, Encode(10));
        var second = kept.Keep(Two, Encode(10));

        Assert.Null(kept.Find(One));
        Assert.Same(second, kept.Find(Two));
        kept.Keep(One, Encode(5));
        Assert.NotNull(kept.Find(One));
        Assert.NotNull(kept.Find(Two));
    }

    [Fact]
    public void Keep_MoreThanAllBytes_ReturnsItAllTheSame()
    {
        var kept = new KeptEncodings(maxBytes: 15);
        var large = Encode(20);

        Assert.Same(large, kept.Keep(One, large));
        Assert.Null(kept.Find(One));
    }

    [Fact]
    public void StoredObjects_AreEncodedAnew_WhenManyOthersWere()
    {
        var first = CreateObject(0);
        var encoded = ObjectDocuments.ToServed(first);
        var others = Enumerable.Range(1, 70).Select(CreateObject).ToArray();
        Array.ForEach(others, static one => ObjectDocuments.ToServed(one));

        Assert.NotSame(encoded, ObjectDocuments.ToServed(first));
        Assert.Equal(encoded.Utf8Json.ToArray(), ObjectDocuments.ToServed(first).Utf8Json.ToArray());
        GC.KeepAlive(others);
    }

    private static ClusterObject CreateObject(int number) => new()
    {
        Metadata = new ObjectMeta { Name = $"n{number}", Annotations = [new("text", new string('x', 1 << 20))] },
    };

    private static ServedObject Encode(int bytes) => new(System.Text.Encoding.UTF8.GetBytes($"{{{new string(' ', bytes - 2)}}}"));
}
