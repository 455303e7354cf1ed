using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>The sentences of <see cref="RegistryNotificationException"/>.</summary>
internal static class NotificationErrors
{
    private const int MaxExcerpt = 80;

    public static RegistryNotificationException TooLarge(int length, int limit) =>
        new(NotificationFailure.TooLarge, $"The notification has {length} bytes; at most {limit} are read.");

    public static RegistryNotificationException NotJson(Exception inner)
    {
        var line = (inner as JsonException)?.LineNumber is { } number ? $" (line {number + 1})" : "";
        return new(NotificationFailure.NotJson, $"The notification is not valid JSON{line}.", inner: inner);
    }

    public static RegistryNotificationException UnknownFormat() => new(
        NotificationFailure.UnknownFormat,
        "The notification is none of Docker Hub's, Quay's, Harbor's, GitHub's or CNCF distribution's.");

    public static RegistryNotificationException TooManyEvents(string path, int count, int limit) =>
        new(NotificationFailure.TooManyEvents, $"{path} has {count} entries; at most {limit} are taken.", path);

    public static RegistryNotificationException Missing(string path, string what) =>
        new(NotificationFailure.InvalidValue, $"{path} should be {what}, and there is nothing.", path);

    public static RegistryNotificationException InvalidValue(string path, string what, string text) =>
        new(NotificationFailure.InvalidValue, $"{path} should be {what}, and is '{PrintableText.Escape(text, MaxExcerpt)}'.", path);

    public static RegistryNotificationException WrongType(string path, string what) =>
        new(NotificationFailure.InvalidValue, $"{path} should be {what}, and is of another type.", path);
}
