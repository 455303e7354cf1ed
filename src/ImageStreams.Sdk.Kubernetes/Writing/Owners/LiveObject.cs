using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Schemas;

namespace ImageStreams.Kubernetes;

/// <summary>An object of a cluster, with all that it says about those who write it.</summary>
internal sealed class LiveObject
{
    // A server allows 256 KiB for all annotations.
    private const int MaxAnnotation = 1 << 20;

    private LiveObject(ClusterObject value)
    {
        Value = value;
        Json = ObjectTrees.Read(value);
        Schema = ObjectTrees.GetSchema(value);
        Marks = ToolMarks.Read(value);
        Owners = LiveOwners.Read(value.Metadata.ManagedFields);
        LastApplied = ReadLastApplied(value);
    }

    public ClusterObject Value { get; }

    public JsonObject Json { get; }

    public ObjectSchema Schema { get; }

    public ToolMarks Marks { get; }

    public ValueList<LiveOwner> Owners { get; }

    /// <summary>The object as it was last applied on the client side; null when it was not.</summary>
    public JsonObject? LastApplied { get; }

    /// <exception cref="OwnerReadingException">Something in it cannot be read.</exception>
    public static LiveObject Read(ClusterObject value) => new(value);

    /// <summary>Finds the fields that the next client-side apply sets to another value than that of a write.</summary>
    /// <param name="intended">The written object; null for a write of any value.</param>
    /// <returns>The fields; null when the object is not applied on the client side.</returns>
    public FieldSet? FindContested(JsonObject? intended)
    {
        if (LastApplied is null)
        {
            return null;
        }

        var applied = FieldOwners.GetFields(LastApplied, Schema);
        return intended is null ? applied : applied.GetOverlap(FieldOwners.GetChangedFields(LastApplied, intended, Schema));
    }

    private static JsonObject? ReadLastApplied(ClusterObject value)
    {
        if (ToolMarks.Find(value.Metadata.Annotations, ToolMarks.LastApplied) is not { Length: > 0 } text)
        {
            return null;
        }

        const string place = $"metadata.annotations[\"{ToolMarks.LastApplied}\"]";
        return text.Length <= MaxAnnotation
            ? ObjectTrees.Parse(text, place)
            : throw new OwnerReadingException(place, $"It has more than {MaxAnnotation} characters.");
    }
}
