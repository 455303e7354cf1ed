namespace ImageStreams.Importing;

/// <summary>A text of a notification, and the place that it is from.</summary>
internal readonly record struct NotificationText(string Text, string Path)
{
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>The text, if it is what it should be.</summary>
    /// <exception cref="RegistryNotificationException">It is not.</exception>
    public string Require(Func<string, bool> isValid, string what)
    {
        if (IsEmpty)
        {
            throw NotificationErrors.Missing(Path, what);
        }

        return isValid(Text) ? Text : throw NotificationErrors.InvalidValue(Path, what, Text);
    }
}
