using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>The rules of the Kubernetes serializer, shown by writing what was read.</summary>
public class ReadingRulesTests
{
    private const string Empty = "\"spec\":{\"lookupPolicy\":{\"local\":false}},\"status\":{\"dockerImageRepository\":\"\"}}";

    public static TheoryData<string, string> Streams => new()
    {
        { "null", "{\"metadata\":{}," + Empty },
        { "{}", "{\"metadata\":{}," + Empty },
        { "{\"kind\":null,\"metadata\":null,\"spec\":null,\"status\":null}", "{\"metadata\":{}," + Empty },
        { "{\"kind\":\"A\",\"kind\":\"ImageStream\"}", "{\"kind\":\"ImageStream\",\"metadata\":{}," + Empty },
        { "{\"kind\":\"ImageStream\",\"kind\":null}", "{\"kind\":\"ImageStream\",\"metadata\":{}," + Empty },
        { "{\"\\u006bind\":\"ImageStream\"}", "{\"kind\":\"ImageStream\",\"metadata\":{}," + Empty },
        { "{\"metadata\":{\"name\":\"a\"},\"metadata\":{\"uid\":\"b\"}}", "{\"metadata\":{\"name\":\"a\",\"uid\":\"b\"}," + Empty },
        { "{\"metadata\":{\"labels\":{\"a\":\"1\"}},\"metadata\":{\"labels\":{\"b\":\"2\"}}}",
            "{\"metadata\":{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}," + Empty },
        { "{\"metadata\":{\"finalizers\":[\"a\",\"b\"]},\"metadata\":{\"finalizers\":[\"c\"]}}",
            "{\"metadata\":{\"finalizers\":[\"c\"]}," + Empty },
        { "{\"metadata\":{\"labels\":{\"b\":\"1\",\"a\":\"2\",\"b\":\"3\"}}}",
            "{\"metadata\":{\"labels\":{\"a\":\"2\",\"b\":\"3\"}}," + Empty },
        { "{\"metadata\":{\"name\":\"\\ud800<\\u2028\"}}", "{\"metadata\":{\"name\":\"\uFFFD\\u003c\\u2028\"}," + Empty },
        { "{\"metadata\":{\"creationTimestamp\":\"2023-11-14T23:13:20.999+01:00\"}}",
            "{\"metadata\":{\"creationTimestamp\":\"2023-11-14T22:13:20Z\"}," + Empty },
        { "{\"metadata\":{\"finalizers\":[]}}", "{\"metadata\":{}," + Empty },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Deserialize_Stream_ReadsLikeKubernetes(string json, string written) =>
        Assert.Equal(written, ImageStreamJson.Serialize(ImageStreamJson.Deserialize<ImageStream>(json)));

    [Fact]
    public void Deserialize_NamesInOtherCase_AreUnknown()
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>("{\"Kind\":\"A\"}");

        Assert.Null(stream.Kind);
        Assert.Equal("\"A\"", stream.UnknownFields["Kind"].ToString());
    }

    [Fact]
    public void Deserialize_ListGivenTwice_ReadsItsItemsOverTheFormer()
    {
        const string Json = """
            {"spec":{"tags":[{"name":"a","reference":true},{"name":"b"}]},"spec":{"tags":[{"generation":3}]}}
            """;
        var tag = Assert.Single(ImageStreamJson.Deserialize<ImageStream>(Json).Spec.Tags.AsEnumerable());

        Assert.Equal(new TagReference { Name = "a", Reference = true, Generation = 3 }, tag);
    }

    [Fact]
    public void Deserialize_FieldsOutOfOrder_AreTheSame()
    {
        const string Usual = """{"tag":"a","items":[{"created":null,"dockerImageReference":"r@d","image":"d","generation":1}]}""";
        const string Turned = """{"items" : [{"generation":1,"image":"d" ,"dockerImageReference":"r@d"}], "tag":"a"}""";

        Assert.Equal(ImageStreamJson.Deserialize<NamedTagEventList>(Usual), ImageStreamJson.Deserialize<NamedTagEventList>(Turned));
    }

    [Theory]
    [InlineData("{\"tag\":\"\",\"items\":null}", "{\"tag\":\"\",\"items\":null}")]
    [InlineData("{\"tag\":\"\"}", "{\"tag\":\"\",\"items\":null}")]
    [InlineData("{\"items\":[]}", "{\"tag\":\"\",\"items\":[]}")]
    [InlineData("{\"items\":[],\"items\":null}", "{\"tag\":\"\",\"items\":null}")]
    public void Serialize_NullAndEmptyList_AreDistinguished(string json, string written) =>
        Assert.Equal(written, ImageStreamJson.Serialize(ImageStreamJson.Deserialize<NamedTagEventList>(json)));

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"YQ==\"", "a")]
    [InlineData("\"Y\\r\\nQ==\\n\"", "a")]
    [InlineData("[97,98]", "ab")]
    public void Deserialize_Bytes_AcceptsBase64AndNumbers(string json, string expected)
    {
        var content = ImageStreamJson.Deserialize<ImageSignature>($"{{\"content\":{json}}}").Content;

        Assert.Equal(expected, System.Text.Encoding.ASCII.GetString(content.AsSpan()));
        Assert.False(content.IsNull);
    }
}
