namespace ImageStreams.Manifests;

/// <summary>Fields whose values may be secrets: they are never repeated in messages.</summary>
internal static class SecretFields
{
    private static readonly string[] Words = ["secret", "pass", "pwd", "token", "credential", "apikey", "api_key", "api-key", "private", "auth"];

    /// <summary>Gets a value indicating whether an entry's key, or the name beside its value, speaks of a secret.</summary>
    public static bool IsSecret(TextTree tree, int entry)
    {
        var key = tree.GetKeySpan(entry);
        return key is "value" ? HasSecretName(tree, entry) : SpeaksOfSecret(key) && key is not "secretName";
    }

    private static bool HasSecretName(TextTree tree, int entry)
    {
        var parent = tree.Nodes[entry].Parent;
        var name = parent < 0 ? -1 : tree.FindEntry(parent, "name");
        return name >= 0 && SpeaksOfSecret(tree.GetTextSpan(name));
    }

    private static bool SpeaksOfSecret(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
