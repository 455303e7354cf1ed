using System.Text.Json.Nodes;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <content>The fields of a write, before it is made.</content>
public static partial class FieldOwners
{
    /// <summary>Finds the fields that an applier of an object would own.</summary>
    /// <param name="applied">The object as it is applied: the fields that the applier wants.</param>
    /// <param name="schema">The structure of the object.</param>
    /// <returns>The fields, without those that nobody owns, such as the name.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FieldSet GetFields(JsonObject applied, ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(schema);
        return FieldSetBuilder.Create(schema.Root, applied).Difference(UnownedFields.All);
    }

    /// <summary>Finds the fields that an apply would add to an object, or set to another value.</summary>
    /// <remarks>Fields that the applier owned and does not want any more are not among them.</remarks>
    /// <param name="live">The object as it is; null when there is none.</param>
    /// <param name="applied">The object as it is applied.</param>
    /// <param name="schema">The structure of the object.</param>
    /// <returns>The fields, without those that nobody owns.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="applied"/> or <paramref name="schema"/> is null.</exception>
    public static FieldSet GetChangedFields(JsonObject? live, JsonObject applied, ObjectSchema schema)
    {
        ArgumentNullException.ThrowIfNull(applied);
        ArgumentNullException.ThrowIfNull(schema);

        var before = ManagedFieldsJson.Without(live ?? []);
        var merged = StructuredMerge.Merge(schema.Root, before, applied);
        return FieldComparison.Compare(schema.Root, before, merged).Set.Difference(UnownedFields.All);
    }
}
