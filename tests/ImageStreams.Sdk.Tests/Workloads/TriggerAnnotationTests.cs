using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

public class TriggerAnnotationTests
{
    private const string Annotation = "The annotation image.openshift.io/triggers";

    /// <summary>The error of each malformed annotation: its path and its message.</summary>
    public static TheoryData<string, string, string> Malformed => new()
    {
        { "", "$", "is not valid JSON at line 1, byte 1." },
        { "[", "$", "is not valid JSON at line 1, byte 2." },
        { "[{}\n,]", "$", "is not valid JSON at line 2, byte 2." },
        { "[] []", "$", "is not valid JSON at line 1, byte 4." },
        { "[{'from':1}]", "$", "is not valid JSON at line 1, byte 3." },
        { new string('[', 100), "$", "is not valid JSON at line 1, byte 65." },
        { """[{"fieldPath":"\ud800"}]""", "$", "has half of a surrogate pair, which is not a character." },
        { """[{"\ud800":"a"}]""", "$", "has half of a surrogate pair, which is not a character." },
        { "{}", "$", "must have a list at $." },
        { "\"text\"", "$", "must have a list at $." },
        { "7", "$", "must have a list at $." },
        { "[7]", "$[0]", "must have an object at $[0]." },
        { "[{},[]]", "$[1]", "must have an object at $[1]." },
        { """[{"from":"ruby:a"}]""", "$[0].from", "must have an object at $[0].from." },
        { """[{"from":{"kind":1}}]""", "$[0].from.kind", "must have a text at $[0].from.kind." },
        { """[{"from":{"name":{}}}]""", "$[0].from.name", "must have a text at $[0].from.name." },
        { """[{"from":{"namespace":[]}}]""", "$[0].from.namespace", "must have a text at $[0].from.namespace." },
        { """[{"from":{"apiVersion":true}}]""", "$[0].from.apiVersion", "must have a text at $[0].from.apiVersion." },
        { """[{"fieldPath":1}]""", "$[0].fieldPath", "must have a text at $[0].fieldPath." },
        { """[{"paused":"true"}]""", "$[0].paused", "must have true or false, without quotes at $[0].paused." },
        { """[{"paused":0}]""", "$[0].paused", "must have true or false, without quotes at $[0].paused." },
        { """[{"fieldPath":"a"},{"fieldPath":"a","paused":true}]""", "$", "has two triggers for the field a." },
        { "[{},{}]", "$", "has two triggers for the field ." },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void Parse_Malformed_NamesThePath(string text, string path, string message)
    {
        var e = Assert.Throws<TriggerAnnotationException>(() => TriggerAnnotation.Parse(text));
        Assert.Equal((path, $"{Annotation} {message}"), (e.Path, e.Message));
    }

    /// <summary>Not in the table, because test frameworks pass texts as UTF-8, which has no unpaired surrogates.</summary>
    [Fact]
    public void Parse_TwoTriggersForAHostileField_NamesItOnOneShortLine()
    {
        var field = "a\n" + new string('x', 1000);
        var one = $$"""{"fieldPath":{{System.Text.Json.JsonSerializer.Serialize(field)}}}""";

        var e = Assert.Throws<TriggerAnnotationException>(() => TriggerAnnotation.Parse($"[{one},{one}]"));

        Assert.Contains(@"the field a\u000Axxx", e.Message, StringComparison.Ordinal);
        Assert.InRange(e.Message.Length, 1, 300);
    }

    [Fact]
    public void Parse_UnpairedSurrogate_IsRefused()
    {
        var e = Assert.Throws<TriggerAnnotationException>(() => TriggerAnnotation.Parse("[{\"fieldPath\":\"\ud800\"}]"));
        Assert.Equal($"{Annotation} has half of a surrogate pair, which is not a character.", e.Message);
    }

    [Fact]
    public void Parse_Entry_ReadsEveryField()
    {
        const string Text = """
            [{"from":{"kind":"ImageStreamTag","name":"ruby:a","namespace":"ns","apiVersion":"v1"},"fieldPath":"p","paused":true}]
            """;
        var trigger = Assert.Single(TriggerAnnotation.Parse(Text));

        Assert.Equal(("p", true), (trigger.FieldPath, trigger.Paused));
        Assert.Equal(
            new ObjectFieldTriggerReference { Kind = "ImageStreamTag", Name = "ruby:a", Namespace = "ns", ApiVersion = "v1" },
            trigger.From);
    }

    [Theory]
    [InlineData("""[{"FROM":{"Name":"ruby:a"},"FieldPATH":"p","PAUSED":true}]""")]
    [InlineData("""[{"from":{"name":"ruby:a"},"fieldPath":"p","pau\u017Fed":true,"other":[]}]""")]
    [InlineData("""[{"from":{"name":"ruby:a"},"from":null,"from":{"kind":null},"fieldPath":"p","paused":true}]""")]
    public void Parse_NamesAsGoReadsThem_AreTheSame(string text)
    {
        var trigger = Assert.Single(TriggerAnnotation.Parse(text));
        Assert.Equal(("ruby:a", "p", true), (trigger.From.Name, trigger.FieldPath, trigger.Paused));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    public void Parse_NothingListed_IsEmpty(string text) => Assert.True(TriggerAnnotation.Parse(text).IsEmpty);

    [Fact]
    public void Parse_NullEntry_IsAnEmptyTrigger() =>
        Assert.Equal(ObjectFieldTrigger.Default, Assert.Single(TriggerAnnotation.Parse("[null]")));
}
