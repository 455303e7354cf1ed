using System.Text.Json;
using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Lists the fields of a set with the steps of their paths.</summary>
internal static class FieldPaths
{
    private const int MaxDepth = 512;

    /// <summary>Lists the paths that no other path goes on from, up to a number.</summary>
    public static ValueList<FieldPath> List(FieldSet set, int max)
    {
        if (set.IsEmpty)
        {
            return [];
        }

        using var document = JsonDocument.Parse(set.ToString(), new JsonDocumentOptions { MaxDepth = MaxDepth });
        var paths = new List<FieldPath>();
        var open = new Stack<(JsonElement Value, ValueList<FieldStep> Steps)>();
        open.Push((document.RootElement, []));
        while (paths.Count < max && open.TryPop(out var next))
        {
            AddBelow(next.Value, next.Steps, open, paths);
        }

        return paths.ToValueList();
    }

    private static void AddBelow(
        JsonElement value, ValueList<FieldStep> steps, Stack<(JsonElement Value, ValueList<FieldStep> Steps)> open, List<FieldPath> paths)
    {
        var below = value.EnumerateObject().Where(member => member.Name != ".").Reverse().ToList();
        if (below.Count == 0)
        {
            paths.Add(new FieldPath(steps));
            return;
        }

        foreach (var member in below)
        {
            open.Push((member.Value, [.. steps, FieldStepReader.Read(member.Name)]));
        }
    }
}
