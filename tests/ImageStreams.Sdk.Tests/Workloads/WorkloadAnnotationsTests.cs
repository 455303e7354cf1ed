using System.Text.Json.Nodes;
using FsCheck.Xunit;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Workloads;

public class WorkloadAnnotationsTests
{
    public static TheoryData<string, string?, string> Edits => new()
    {
        // Setting: where there is a value, where there is room, and where there is none.
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1","b":"2"}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9","b":"2"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{ "b" : "2" }}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9", "b" : "2" }}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":null}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"name":"x"}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"},"name":"x"}}""" },
        { """{"kind":"Pod","metadata":{ }}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"} }}""" },
        { """ { "kind":"Pod"}""", "9", """ {"metadata":{"annotations":{"a":"9"}}, "kind":"Pod"}""" },
        { """{"kind":"Pod","metadata":null}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":null}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1","a":"2"}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"1","a":"9"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"annotations":{"b":"2"}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"annotations":{"a":"9","b":"2"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"\u0061":"1"}}}""", "9", """{"kind":"Pod","metadata":{"annotations":{"\u0061":"9"}}}""" },
        { """{"kind":"Pod","spec":{"metadata":{"annotations":{"a":"1"}}},"metadata":{}}""", "9", """{"kind":"Pod","spec":{"metadata":{"annotations":{"a":"1"}}},"metadata":{"annotations":{"a":"9"}}}""" },
        { """{"kind":"Pod"}""", "[{\"x\":\"\\\"\"}]", """{"metadata":{"annotations":{"a":"[{\"x\":\"\\\"\"}]"}},"kind":"Pod"}""" },

        // Removing: the only one, the first, the last, one in the middle, several.
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1"}}}""", null, """{"kind":"Pod","metadata":{"annotations":{}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{ "a" : "1" , "b":"2"}}}""", null, """{"kind":"Pod","metadata":{"annotations":{ "b":"2"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"b":"2", "a":"1" }}}""", null, """{"kind":"Pod","metadata":{"annotations":{"b":"2"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"b":"2","a":"1","c":","}}}""", null, """{"kind":"Pod","metadata":{"annotations":{"b":"2","c":","}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1","b":"2","a":null}}}""", null, """{"kind":"Pod","metadata":{"annotations":{"b":"2"}}}""" },
        { """{"kind":"Pod","metadata":{"annotations":{"a":"1"}},"metadata":{"annotations":{"a":"2"}}}""", null, """{"kind":"Pod","metadata":{"annotations":{}},"metadata":{"annotations":{}}}""" },
        { """{"kind":"Pod","metadata":{}}""", null, """{"kind":"Pod","metadata":{}}""" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void WithAnnotation_Text_ChangesNoOtherByte(string before, string? value, string after)
    {
        var changed = Workload.Parse(before).WithAnnotation("a", value);

        Assert.Equal(after, changed.ToJson());
        Assert.Equal(value, changed.FindAnnotation("a"));
    }

    [Fact]
    public void WithAnnotation_SameValue_IsTheSameObject()
    {
        var workload = Workload.Parse("""{"kind":"Pod","metadata":{"annotations":{"a":"1"}}}""");

        Assert.Same(workload, workload.WithAnnotation("a", "1"));
        Assert.Same(workload, workload.WithAnnotation("b", null));
    }

    [Fact]
    public void WithAnnotation_ThenImages_FindsThemWhereTheyMovedTo()
    {
        var workload = Workload.Parse("""{"kind":"Pod","spec":{"containers":[{"name":"x","image":"1"}]},"metadata":{}}""");

        var changed = workload.WithAnnotation("a", "a long value").WithImages(_ => "2").WithAnnotation("a", null);

        Assert.Equal("""{"kind":"Pod","spec":{"containers":[{"name":"x","image":"2"}]},"metadata":{"annotations":{}}}""", changed.ToJson());
    }

    [Fact]
    public void WithAnnotation_UnpairedSurrogate_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Workload.Parse("""{"kind":"Pod"}""").WithAnnotation("a", "\ud800"));

    /// <summary>Whatever the annotations, setting one and removing it again leaves the others with their values.</summary>
    [Property(MaxTest = 200, Replay = "47,53")]
    public void WithAnnotation_SetAndRemoved_KeepsTheOthers(string[] names, string value)
    {
        var annotations = new JsonObject();
        foreach (var name in names.Where(name => !string.IsNullOrEmpty(name) && name.All(character => !char.IsSurrogate(character))))
        {
            annotations[name] = name;
        }

        var workload = Workload.Parse(new JsonObject
        {
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["annotations"] = annotations },
        }.ToJsonString());
        var text = new string([.. (value ?? "").Where(character => !char.IsSurrogate(character))]);

        var changed = workload.WithAnnotation("it's mine", text);

        Assert.Equal(text, changed.FindAnnotation("it's mine"));
        Assert.Equal(workload.Annotations, changed.WithAnnotation("it's mine", null).Annotations);
    }
}
