namespace ImageStreams.Tests.Model;

/// <summary>Records are values: equal by content, changed by copies.</summary>
public class RecordTests
{
    [Fact]
    public void Equals_StreamsOfTheSameContent_IsTrueWithTheSameHash()
    {
        Assert.Equal(Stream("v1"), Stream("v1"));
        Assert.Equal(Stream("v1").GetHashCode(), Stream("v1").GetHashCode());
        Assert.NotSame(Stream("v1"), Stream("v1"));
    }

    [Fact]
    public void Equals_DifferenceDeepInside_IsFalse() => Assert.NotEqual(Stream("v1"), Stream("v2"));

    [Fact]
    public void With_OneField_DoesNotChangeTheOriginalRecord()
    {
        var stream = Stream("v1");
        var renamed = stream with { Metadata = stream.Metadata with { Name = "other" } };

        Assert.Equal(("ruby", "other"), (stream.Metadata.Name, renamed.Metadata.Name));
        Assert.Same(stream.Spec, renamed.Spec);
    }

    [Fact]
    public void WithTypeMeta_NamesKindAndVersion()
    {
        var stream = Stream("v1").WithTypeMeta();

        Assert.Equal(("ImageStream", "image.openshift.io/v1"), (stream.Kind, stream.ApiVersion));
    }

    [Fact]
    public void DockerImageReference_OfAnEvent_IsTheOriginalText()
    {
        string[] texts = ["", "a", "@", "a@", "@b", "a@b@c", "quay.io/org/app@sha256:00"];

        Assert.All(texts, text => Assert.Equal(text, new TagEvent { DockerImageReference = text }.DockerImageReference));
        Assert.Equal("", new TagEvent().DockerImageReference);
        Assert.Equal(new TagEvent { DockerImageReference = "" }, new TagEvent());
    }

    private static ImageStream Stream(string tag) => new()
    {
        Metadata = new() { Name = "ruby", Labels = [KeyValuePair.Create("a", "b")] },
        Spec = new() { Tags = [new TagReference { Name = tag, From = new() { Kind = "DockerImage", Name = "ruby" } }] },
    };
}
