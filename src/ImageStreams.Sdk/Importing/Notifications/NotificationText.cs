namespace ImageStreams.Importing;

/// <summary>A text of a notification and its JSON path.</summary>
internal readonly record struct NotificationText(string Text, string Path)
{
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>Gets the text, which must be valid.</summary>
    /// <exception cref="RegistryNotificationException">The text is missing or invalid.</exception>
    public string Require(Func<string, bool> isValid, string expected)
    {
        if (IsEmpty)
        {
            throw NotificationErrors.Missing(Path, expected);
        }

        return isValid(Text) ? Text : throw NotificationErrors.InvalidValue(Path, expected, Text);
    }
}
