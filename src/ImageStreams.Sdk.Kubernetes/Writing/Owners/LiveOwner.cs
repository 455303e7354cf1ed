using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>A manager with the fields that it owns.</summary>
/// <param name="Entry">The entry in <c>managedFields</c>.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record LiveOwner(ManagedFieldsEntry Entry, FieldSet Fields)
{
    public string Manager => Entry.Manager ?? "";

    public bool IsApplier => Entry.Operation == FieldOwners.ApplyOperation;
}
