namespace ImageStreams.Triggers;

/// <summary>The namespace that a reference means.</summary>
internal static class ReferenceNamespace
{
    /// <summary>The namespace that a reference must say; null where the holder's own will do.</summary>
    public static string? Abbreviate(string ns, string? holder) => ns.Length == 0 || ns == holder ? null : ns;
}
