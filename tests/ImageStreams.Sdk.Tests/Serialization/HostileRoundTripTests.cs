using System.Text;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Serialization;

/// <summary>An object that was read equals itself after it is written and read again.</summary>
public sealed class HostileRoundTripTests
{
    public static TheoryData<string> Spellings => new("a && b", "<", ">", "\u2028", "\u2029x", "é\u20ACâ<", "&&&<>\u2028\u2029&");

    [Theory]
    [MemberData(nameof(Spellings))]
    public void RawJsonThatGoEscapes_EqualsItselfAfterWriting(string text)
    {
        var image = ImageStreamJson.Deserialize<Image>($$"""{"dockerImageMetadata":{"Cmd":["{{text}}"]},"x{{text}}":"{{text}}"}""");
        var again = ImageStreamJson.Deserialize<Image>(ImageStreamJson.SerializeToUtf8Bytes(image));

        Assert.Equal(image, again);
        Assert.Equal(image.GetHashCode(), again.GetHashCode());
        Assert.Equal(ImageStreamJson.Serialize(image), ImageStreamJson.Serialize(again));
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public void RawJson_EqualsItsEscapedSpelling(string text)
    {
        var plain = RawJson.Parse($"[\"{text}\"]");
        var escaped = RawJson.Parse($"[\"{string.Concat(text.Select(Escape))}\"]");

        Assert.True(plain == escaped && plain.GetHashCode() == escaped.GetHashCode());
        Assert.True(plain.Equals((object)escaped) && !(plain != escaped));
        Assert.NotEqual(plain, RawJson.Parse($"[\"{text}x\"]"));
        Assert.NotEqual(plain, default);
    }

    [Fact]
    public void UnknownFieldOfAStream_EqualsItselfAfterWriting()
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>("""{"spec":{"tags":[{"name":"a","own":{"<":["&"]}}]}}""");
        Assert.Equal(stream, ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.Serialize(stream)));
    }

    [Theory]
    [InlineData("10000-01-02T01:00:00Z")]
    [InlineData("10000-02-01T00:00:00Z")]
    [InlineData("10001-01-01T00:00:00Z")]
    [InlineData("10000-01-01T00:00:00+01:00")]
    [InlineData("10000-01-01T24:00:00Z")]
    [InlineData("-0001-12-30T22:00:00Z")]
    [InlineData("-0002-12-31T23:00:00Z")]
    [InlineData("99999-01-01T00:00:00Z")]
    public void TimeThatNoOffsetLeadsTo_IsRefused(string time)
    {
        Assert.False(Timestamp.TryParse(time, out _));
        var e = Assert.Throws<WireFormatException>(() => ImageStreamJson.Deserialize<ImageStream>(
            $$$"""{"metadata":{"creationTimestamp":"{{{time}}}"}}"""));
        Assert.Equal((WireFailure.Time, "$.metadata.creationTimestamp"), (e.Reason, e.Path));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T22:59:59-01:00", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59-01:00", "10000-01-01T00:59:59Z")]
    [InlineData("9999-12-31T23:59:59-24:60", "10000-01-02T00:59:59Z")]
    [InlineData("0000-01-01T00:00:00+01:00", "-0001-12-31T23:00:00Z")]
    [InlineData("0000-01-01T00:00:00+24:60", "-0001-12-30T23:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z")]
    [InlineData("0000-12-31T23:59:59+00:00", "0000-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00+01:00", "0000-12-31T23:00:00Z")]
    public void TimeAtTheEdge_IsWrittenAsItIsReadAgain(string time, string written)
    {
        var parsed = Timestamp.Parse(time);

        Assert.Equal(written, parsed.ToString());
        Assert.Equal(parsed, Timestamp.Parse(written));
    }

    /// <summary>Whatever is read from a mutated vector is equal after it is written and read again, for each kind.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void AnyKindWithHostileMutations_EqualsItselfAfterWriting(int seed)
    {
        var mutations = new HostileMutations(seed);
        for (var i = 0; i < 400; i++)
        {
            AssertRoundTrip<ImageStream>(mutations.Next(Vectors.Stream));
            AssertRoundTrip<ImageStreamList>(mutations.Next(Vectors.StreamList));
            AssertRoundTrip<Image>(mutations.Next(Vectors.Image));
            AssertRoundTrip<ImageStreamTag>(mutations.Next(Vectors.StreamTag));
            AssertRoundTrip<ImageStreamImport>(mutations.Next(Vectors.Import));
            AssertRoundTrip<BuildConfig>(mutations.Next(Vectors.BuildConfig));
            AssertRoundTrip<DeploymentConfig>(mutations.Next(Vectors.DeploymentConfig));
        }

        Assert.True(_read > 500, $"only {_read} texts were read");
    }

    private int _read;

    private void AssertRoundTrip<T>(byte[] text)
        where T : class, IWireObject<T>
    {
        T value;
        try
        {
            value = ImageStreamJson.Deserialize<T>(text);
        }
        catch (WireFormatException)
        {
            return;
        }

        _read++;
        var written = ImageStreamJson.SerializeToUtf8Bytes(value);
        var again = ImageStreamJson.Deserialize<T>(written);
        Assert.True(value.Equals(again), Encoding.UTF8.GetString(text));
        Assert.Equal(written, ImageStreamJson.SerializeToUtf8Bytes(again));
    }

    private static string Escape(char character) =>
        character is '<' or '>' or '&' or '\u2028' or '\u2029' ? $"\\u{(int)character:x4}" : character.ToString();

    private static class Vectors
    {
        public const string Stream = """
            {"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"ruby","namespace":"shop","resourceVersion":"7",
            "labels":{"a":"<&>"},"annotations":{"b":""},"creationTimestamp":"2024-01-01T00:00:00Z","managedFields":[{"manager":"oc",
            "time":"2024-01-01T00:00:00Z","fieldsV1":{"f:spec":{}}}]},"spec":{"lookupPolicy":{"local":false},"tags":[{"name":"a",
            "annotations":null,"from":{"kind":"DockerImage","name":"quay.io/a/b:c"},"generation":2,"importPolicy":{"scheduled":true,
            "importMode":"Legacy"},"referencePolicy":{"type":"Source"}}]},"status":{"dockerImageRepository":"r/shop/ruby","tags":[{"tag":"a",
            "items":[{"created":"2024-01-01T00:00:00Z","dockerImageReference":"quay.io/a/b@sha256:aa","image":"sha256:aa","generation":2}],
            "conditions":[{"type":"ImportSuccess","status":"False","lastTransitionTime":"2024-01-01T00:00:00Z","reason":"r","message":"m"}]}]}}
            """;

        public const string Image = """
            {"kind":"Image","metadata":{"name":"sha256:aa"},"dockerImageReference":"quay.io/a/b@sha256:aa","dockerImageMetadata":{"kind":
            "DockerImage","Id":"x","Config":{"Cmd":["a && b"],"Env":["A=<b>"]}},"dockerImageMetadataVersion":"1.0","dockerImageLayers":[
            {"name":"sha256:bb","size":5,"mediaType":"t"}],"dockerImageSignatures":["YQ==",null],"dockerImageManifests":[{"digest":"d",
            "manifestSize":3}],"signatures":[{"metadata":{"name":"s"},"type":"t","content":"YWJj","signedClaims":{"a":"b"}}]}
            """;

        public const string StreamTag = """
            {"kind":"ImageStreamTag","metadata":{"name":"ruby:a"},"tag":{"name":"a","from":{"kind":"ImageStreamTag","name":"b"}},
            "generation":3,"lookupPolicy":{"local":true},"conditions":[],"image":{"metadata":{"name":"sha256:aa"}}}
            """;

        public const string Import = """
            {"kind":"ImageStreamImport","metadata":{"name":"ruby"},"spec":{"import":true,"images":[{"from":{"kind":"DockerImage","name":
            "a/b:c"},"to":{"name":"c"},"includeManifest":true}],"repository":{"from":{"kind":"DockerImage","name":"a/b"}}},"status":{
            "images":[{"status":{"status":"Failure","code":404,"details":{"retryAfterSeconds":1}},"tag":"c"}],"repository":{
            "additionalTags":["x"]}}}
            """;

        public const string BuildConfig = """
            {"kind":"BuildConfig","metadata":{"name":"b"},"spec":{"triggers":[{"type":"ImageChange","imageChange":{}},{"type":"GitHub",
            "github":{"secret":"<"}}],"source":{"type":"Git","git":{"uri":"u"}},"strategy":{"type":"Source","sourceStrategy":{"from":{
            "kind":"ImageStreamTag","name":"a:b"},"env":[{"name":"A","value":"&"}]}},"output":{"to":{"kind":"ImageStreamTag","name":"c:d"}}},
            "status":{"lastVersion":3}}
            """;

        public const string DeploymentConfig = """
            {"kind":"DeploymentConfig","metadata":{"name":"d"},"spec":{"replicas":1,"selector":{"a":"b"},"triggers":[{"type":"ImageChange",
            "imageChangeParams":{"automatic":true,"containerNames":["c"],"from":{"kind":"ImageStreamTag","name":"a:b"}}}],"template":{"spec":{
            "containers":[{"name":"c","image":"x","args":["a && b"]}]}}},"status":{"latestVersion":2}}
            """;

        public const string StreamList = $$$"""{"kind":"List","apiVersion":"v1","metadata":{"continue":"<"},"items":[{{{Stream}}}]}""";
    }
}
