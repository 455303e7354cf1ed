namespace ImageStreams.Triggers;

/// <summary>The namespace that a reference means.</summary>
internal static class NamespaceOf
{
    /// <summary>The reference's own namespace, or that of the object that holds it where it names none.</summary>
    public static string Reference(string? own, string? holder) => string.IsNullOrEmpty(own) ? holder ?? "" : own;
}
