using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>Fields that the library does not have survive.</summary>
public class UnknownFieldsTests
{
    private const string Known =
        """{"metadata":{},"spec":{"lookupPolicy":{"local":false},"tags":[{"name":"a","annotations":null,"generation":null,"importPolicy":{},"referencePolicy":{"type":""}}]},"status":{"dockerImageRepository":"","tags":[{"tag":"a","items":[{"created":null,"dockerImageReference":"","image":"","generation":0}]}]}}""";

    private const string AtEachLevel =
        """{"metadata":{"m":1},"spec":{"lookupPolicy":{"local":false,"l":[]},"tags":[{"name":"a","annotations":null,"generation":null,"importPolicy":{"i":"x"},"referencePolicy":{"type":"","r":null},"t":{}}],"s":true},"status":{"dockerImageRepository":"","tags":[{"tag":"a","items":[{"created":null,"dockerImageReference":"","image":"","generation":0,"e":-0.0}],"h":"\u003c"}],"u":{"b":1,"a":2}},"x":[{"a":1,"a":2}]}""";

    private static readonly ImageStreamJsonOptions Dropping = new() { KeepUnknownFields = false };

    [Fact]
    public void Serialize_UnknownFieldsAtEachLevel_AreAfterTheKnownOnes() =>
        Assert.Equal(AtEachLevel, ImageStreamJson.Serialize(ImageStreamJson.Deserialize<ImageStream>(AtEachLevel)));

    [Fact]
    public void Deserialize_WithoutUnknownFields_KeepsOnlyTheKnownOnes() =>
        Assert.Equal(Known, ImageStreamJson.Serialize(ImageStreamJson.Deserialize<ImageStream>(AtEachLevel, Dropping)));

    [Fact]
    public void With_OtherField_KeepsUnknownFields()
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>(AtEachLevel);

        Assert.Equal(stream.UnknownFields, (stream with { Kind = "Other" }).UnknownFields);
    }

    [Fact]
    public void Equals_OtherUnknownField_IsFalse()
    {
        var one = ImageStreamJson.Deserialize<ObjectMeta>("{\"x\":1}");

        Assert.NotEqual(one, ImageStreamJson.Deserialize<ObjectMeta>("{\"x\":2}"));
        Assert.Equal(one, ImageStreamJson.Deserialize<ObjectMeta>("{ \"x\" : 1 }"));
    }

    [Fact]
    public void Deserialize_UnknownFieldTwice_KeepsTheLast() => Assert.Equal(
        "2", ImageStreamJson.Deserialize<ObjectMeta>("{\"x\":1,\"x\":2}").UnknownFields["x"].ToString());

    [Fact]
    public void Deserialize_ObjectTwice_MergesUnknownFields() => Assert.Equal(
        """{"metadata":{"x":3,"y":2},"image":{"metadata":{},"dockerImageMetadata":null},"tag":""}""",
        ImageStreamJson.Serialize(ImageStreamJson.Deserialize<ImageStreamMapping>(
            """{"metadata":{"x":1,"y":2},"metadata":{"x":3}}""")));
}
