using System.Text;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Tests.Serialization;

/// <summary>Hostile input: with quadratic cost, none of these tests would end within a test run.</summary>
public class HostileInputTests
{
    private const int Many = 200_000;
    private const int LongestMessage = 2_000;

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("{\"status\":{\"import\":")]
    public void Deserialize_TenMillionLevels_IsTooDeep(string level)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(level, 10_000_000 / level.Length)));

        AssertShort(WireFailure.TooDeep, () => ImageStreamJson.Deserialize<ImageStream>(text));
        AssertShort(WireFailure.TooDeep, () => RawJson.Parse(text));
    }

    [Fact]
    public void Deserialize_ManyUnknownFields_KeepsThemAll()
    {
        var json = Object(i => $"\"x{i}\":{{}}");

        Assert.Equal(Many, ImageStreamJson.Deserialize<ImageStream>(json).UnknownFields.Count);
    }

    [Fact]
    public void Deserialize_ManyDuplicates_KeepsTheLast()
    {
        Assert.Equal($"{Many - 1}", ImageStreamJson.Deserialize<ImageStream>(Object(i => $"\"metadata\":{{\"name\":\"{i}\"}}")).Name);
        Assert.Single(ImageStreamJson.Deserialize<ImageStream>(Object(i => $"\"x\":{i}")).UnknownFields.AsEnumerable());
    }

    [Fact]
    public void FindFieldProblems_ManyDuplicates_AreOneProblem()
    {
        var json = Encoding.UTF8.GetBytes(Object(_ => "\"metadata\":{}"));

        Assert.Single(ImageStreamJson.FindFieldProblems<ImageStream>(json).AsEnumerable());
    }

    [Fact]
    public void Deserialize_ManyTagsOfOneName_ReadsThemAll()
    {
        var json = $"{{\"spec\":{{\"tags\":[{string.Join(',', Enumerable.Repeat("{\"name\":\"a\"}", Many))}]}}}}";
        var tags = ImageStreamJson.Deserialize<ImageStream>(json).Spec.Tags;

        Assert.Equal((Many, 0), (tags.Count, tags.IndexOf("a")));
    }

    [Fact]
    public void Deserialize_HugeTextsOfTheWrongType_AreCut()
    {
        var huge = new string('x', 5_000_000);

        AssertShort(WireFailure.Time, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"creationTimestamp\":\"{huge}\"}}"));
        AssertShort(WireFailure.Type, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"generation\":\"{huge}\"}}"));
        AssertShort(WireFailure.Type, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"labels\":{{\"{huge}\":1}}}}"));
        AssertShort(WireFailure.Base64, () => ImageStreamJson.Deserialize<ImageSignature>($"{{\"content\":\"{huge}-\"}}"));
        AssertShort(WireFailure.Syntax, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"name\":tru{huge}}}"));
        AssertShort(WireFailure.Syntax, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"{huge}\":,}}"));
    }

    [Fact]
    public void Deserialize_HugeNumber_IsATypeError() => AssertShort(
        WireFailure.Type, () => ImageStreamJson.Deserialize<ObjectMeta>($"{{\"generation\":{new string('9', 5_000_000)}}}"));

    [Fact]
    public void Deserialize_EscapesOnly_ReadsThem()
    {
        var name = ImageStreamJson.Deserialize<ObjectMeta>(
            $"{{\"name\":\"{string.Concat(Enumerable.Repeat("\\ud83d\\ude00", Many))}\"}}").Name;

        Assert.Equal(2 * Many, name!.Length);
    }

    private static string Object(Func<int, string> member) => $"{{{string.Join(',', Enumerable.Range(0, Many).Select(member))}}}";

    private static void AssertShort(WireFailure error, Func<object> read)
    {
        var e = Assert.Throws<WireFormatException>(() => read());

        Assert.Equal(error, e.Reason);
        Assert.InRange(e.Message.Length, 1, LongestMessage);
        Assert.InRange(e.Path!.Length, 1, LongestMessage);
    }
}
