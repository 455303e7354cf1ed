namespace ImageStreams.Clients;

/// <summary>Compares a spec tag with the one that it replaces.</summary>
internal static class SpecTagChanges
{
    /// <summary>Determines whether a spec tag has a field that is new or has another value; fields may be missing.</summary>
    public static bool AddsOrChanges(TagReference? next, TagReference? old) => next is not null && next != old
        && (old is null || Differs(next, old));

    private static bool Differs(TagReference next, TagReference old) =>
        KeepPresent(next, old) with { Annotations = default } != next with { Annotations = default }
        || next.Annotations.Any(pair => !old.Annotations.TryGetValue(pair.Key, out var value) || value != pair.Value);

    /// <summary>Returns the old spec tag without the fields that the next one does not have.</summary>
    private static TagReference KeepPresent(TagReference next, TagReference old) => old with
    {
        From = next.From is null ? null : old.From,
        Reference = next.Reference && old.Reference,
        Generation = next.Generation is null ? null : old.Generation,
        UnknownFields = next.UnknownFields,
    };
}
