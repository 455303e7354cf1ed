using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

/// <summary>The scanner has the answers of the plain form, which is slower, or none.</summary>
public class TriggerAnnotationScannerTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Tag = """{"kind":"ImageStreamTag","name":"ruby:latest"}""";
    private const string Usual =
        $$"""[{"from":{{Tag}},"fieldPath":"spec.containers[?(@.name==\"web\")].image"},{"from":{{Tag}},"fieldPath":"b","paused":true}]""";

    private static readonly string[] Parts =
    [
        "null", "[", "]", "{", "}", ",", ":", "\"", "\\", "\\\"", "\\\\", "\\/", "\\n", "\\u0041", "\\ud800", "\n", " ", "\t", "\u0000", "\u00e9", "\ud800",
        "\"paused\":false,", "\"paused\":null,", "\"paused\":1,", "\"Paused\":true,", "\"from\":{},", "\"from\":null,", $"\"from\":{Tag},",
        "\"fieldPath\":\"b\",", "\"fieldPath\":null,", "\"other\":[1],", "\"kind\":\"ImageStreamTag\",", "\"apiVersion\":\"v1\",", "\"namespace\":\"\",",
        "{\"fieldPath\":\"c\"},", "true", "false", "-1", Usual, Tag,
    ];

    public static TheoryData<string> UsualTexts => new()
    {
        Usual,
        $$""" [ { "from" : {{Tag}} , "fieldPath" : "a" , "paused" : false } ] """,
        """[{"from":{"kind":"ImageStreamTag","name":"a:b","namespace":"ns","apiVersion":"v1"},"fieldPath":"\\\/\b\f\n\r\t"}]""",
        $$"""[{"fieldPath":"a"},{"from":{{Tag}},"fieldPath":"b"},{"from":{{Tag}},"fieldPath":"c"},{"fieldPath":"d","fieldPath":"e"}]""",
        $$"""[{"from":{{Tag}},"fieldPath":"{{new string('x', 5000)}}"}]""",
        $"[{string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"from":{{Tag}},"fieldPath":"{{i}}"}"""))}]",
    };

    [Theory]
    [MemberData(nameof(UsualTexts))]
    public void UsualText_IsAnswered(string text)
    {
        Assert.True(TriggerAnnotationScanner.TryRead(text, out var triggers));
        Assert.Equal(TriggerAnnotation.ParsePlainly(text), triggers);
        AssertSame(text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""[{"fieldPath":"a"},{"fieldPath":"a"}]""")]
    [InlineData("""[{"fieldPath":"\u0061"}]""")]
    [InlineData("""[{"fieldPath":"é"}]""")]
    [InlineData("""[{"fieldpath":"a"}]""")]
    [InlineData("""[{"fieldPath":"a"}],""")]
    public void UnusualText_IsLeftToThePlainForm(string text)
    {
        Assert.False(TriggerAnnotationScanner.TryRead(text, out _));
        AssertSame(text);
    }

    [Fact]
    public void RepeatedReference_IsShared()
    {
        var triggers = TriggerAnnotation.Parse(Usual);
        Assert.Same(triggers[0].From, triggers[1].From);
    }

    [Fact]
    public void MangledTexts_HaveTheAnswersOrErrorsOfThePlainForm()
    {
        var random = new Random(2101);
        var answered = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = Mangle(Usual, random, random.Next(0, 4));
            answered += TriggerAnnotationScanner.TryRead(text, out _) ? 1 : 0;
            AssertSame(text);
        }

        Assert.InRange(answered, 4_000, 16_000);
    }

    private static string Mangle(string text, Random random, int edits)
    {
        var mangled = new StringBuilder(text);
        for (; edits > 0; edits--)
        {
            var at = random.Next(mangled.Length);
            mangled.Remove(at, Math.Min(random.Next(0, 3), mangled.Length - at)).Insert(at, Parts[random.Next(Parts.Length)]);
        }

        return mangled.ToString();
    }

    private static void AssertSame(string text)
    {
        var expected = Describe(() => TriggerAnnotation.ParsePlainly(text));
        Assert.Equal(expected, Describe(() => TriggerAnnotation.Parse(text)));

        // An object cannot have half of a surrogate pair; it becomes U+FFFD.
        var replaced = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        expected = Describe(() => TriggerAnnotation.ParsePlainly(replaced));
        foreach (var value in (string[])[JsonSerializer.Serialize(replaced), Escape(replaced)])
        {
            var annotations = $"\"a\":\"b\",\"{ObjectFieldTrigger.AnnotationName}\":{value}";
            var workload = Workload.Parse("""{"kind":"Pod","metadata":{"annotations":{""" + annotations + "}}}");
            Assert.Equal(expected, Describe(() => TriggerAnnotation.Read(workload)));
        }
    }

    /// <summary>Escapes as little as possible, as Go does.</summary>
    private static string Escape(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static string Describe(Func<ValueList<ObjectFieldTrigger>> read)
    {
        try
        {
            return JsonSerializer.Serialize(read().Select(trigger => (string?[])
            [
                trigger.FieldPath, trigger.Paused.ToString(), trigger.From.Kind, trigger.From.Name, trigger.From.Namespace, trigger.From.ApiVersion,
            ]));
        }
        catch (TriggerAnnotationException e)
        {
            return $"{e.Reason} {e.Path} {e.Message}";
        }
    }
}
