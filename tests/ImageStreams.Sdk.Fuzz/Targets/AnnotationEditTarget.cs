using System.Text.Json;
using ImageStreams.Workloads;

namespace ImageStreams.Fuzz;

/// <summary>Annotations that are written into workloads: found again, and no other byte changes.</summary>
internal sealed class AnnotationEditTarget(byte[][] seeds) : WorkloadTarget("edit-annotation", seeds)
{
    private const string Key = "image.openshift.io/triggers";
    private const string Value = "[\"new\"]";

    protected override void Check(Workload workload)
    {
        var before = workload.Utf8;
        var edited = workload.WithAnnotation(Key, Value);
        Expect.Equal(Value, edited.FindAnnotation(Key), "the annotation is found");
        Expect.Equal(Value, Workload.Parse(edited.Utf8).FindAnnotation(Key), "the annotation is read again");
        Expect.That(edited.WithAnnotation(Key, Value).Equals(edited), "the same annotation again changes nothing");
        Expect.Equal(null, edited.WithAnnotation(Key, null).FindAnnotation(Key), "a removed annotation is not found");

        if (PlainJson.IsPlain(before))
        {
            CheckOtherBytes(before, edited.Utf8);
        }
    }

    private static void CheckOtherBytes(ReadOnlySpan<byte> before, ReadOnlySpan<byte> edited)
    {
        using var document = JsonDocument.Parse(before.ToArray(), new JsonDocumentOptions { MaxDepth = 512 });
        if (FindReplaced(document.RootElement) is { } replaced)
        {
            var same = before.CommonPrefixLength(edited);
            same += CommonSuffixLength(before[same..], edited[same..]);
            Expect.That(before.Length - same <= replaced, "only the value is replaced");
        }
    }

    /// <summary>Returns the length of what an edit replaces; null where members come more than once.</summary>
    private static int? FindReplaced(JsonElement root)
    {
        var current = root;
        foreach (var name in (ReadOnlySpan<string>)["metadata", "annotations", Key])
        {
            var members = current.EnumerateObject().Where(member => member.Name == name).Take(2).ToList();
            if (members.Count != 1)
            {
                return members.Count == 0 ? 0 : null;
            }

            current = members[0].Value;
            if (current.ValueKind != JsonValueKind.Object)
            {
                break;
            }
        }

        return current.GetRawText().Length;
    }

    private static int CommonSuffixLength(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var length = 0;
        while (length < Math.Min(left.Length, right.Length) && left[^(length + 1)] == right[^(length + 1)])
        {
            length++;
        }

        return length;
    }
}
