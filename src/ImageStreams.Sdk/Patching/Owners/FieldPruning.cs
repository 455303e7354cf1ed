using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>Removes what an applier no longer wants.</summary>
internal static class FieldPruning
{
    /// <summary>Returns the object without the fields that the applier had and nobody owns now.</summary>
    /// <param name="schema">The type of the object.</param>
    /// <param name="merged">The object with what is applied.</param>
    /// <param name="former">The fields that the applier had.</param>
    /// <param name="owned">The fields that anybody owns now, the applier included.</param>
    public static JsonObject Prune(FieldSchema schema, JsonObject merged, FieldSet former, FieldSet owned)
    {
        var all = Fields(schema, merged);
        var last = NamedFields.Add(schema, former);
        var pruned = FieldRemoval.Remove(schema, merged, last);

        // Items and objects that hold a field of somebody else come back, as far as somebody owns what is in them.
        var kept = Fields(schema, pruned).Union(NamedFields.Add(schema, owned));
        pruned = FieldRemoval.Remove(schema, merged, all.Difference(kept));

        // So does what fell with them although the applier never had it.
        var gone = all.Difference(Fields(schema, pruned)).Intersection(last);
        return FieldRemoval.Remove(schema, merged, gone);
    }

    private static FieldSet Fields(FieldSchema schema, JsonObject value) =>
        NamedFields.Add(schema, FieldSetBuilder.Create(schema, value));
}
