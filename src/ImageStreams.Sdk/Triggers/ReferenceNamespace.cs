namespace ImageStreams.Triggers;

/// <summary>The namespace that a reference means.</summary>
internal static class ReferenceNamespace
{
    /// <summary>The reference's own namespace, or that of the object that holds it where it names none.</summary>
    public static string Resolve(string? own, string? holder) => string.IsNullOrEmpty(own) ? holder ?? "" : own;

    /// <summary>The namespace that a reference must say; null where the holder's own will do.</summary>
    public static string? Abbreviate(string ns, string? holder) => ns.Length == 0 || ns == holder ? null : ns;
}
