using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>Creates the exceptions of type <see cref="RegistryNotificationException"/>.</summary>
internal static class NotificationErrors
{
    private const int MaxExcerpt = 80;

    public static RegistryNotificationException TooLarge(int length, int limit) =>
        new(NotificationFailure.TooLarge, $"The notification has {length} bytes; at most {limit} are allowed.");

    public static RegistryNotificationException TooLong(int limit) =>
        new(NotificationFailure.TooLarge, $"The notification has more than {limit} bytes; the rest was not read.");

    public static RegistryNotificationException NotJson(Exception inner)
    {
        var line = (inner as JsonException)?.LineNumber is { } number ? $" (line {number + 1})" : "";
        return new(NotificationFailure.NotJson, $"The notification is not valid JSON{line}.", inner: inner);
    }

    public static RegistryNotificationException UnknownFormat() => new(
        NotificationFailure.UnknownFormat,
        "The notification is not in a format of Docker Hub, Quay, Harbor, GitHub, GitLab, CNCF Distribution, Azure Container "
        + "Registry, Amazon ECR, Google Artifact Registry, JFrog Artifactory or Sonatype Nexus.");

    public static RegistryNotificationException TooManyEvents(string path, int count, int limit) =>
        new(NotificationFailure.TooManyEvents, $"{path} has {count} entries; at most {limit} are allowed.", path);

    public static RegistryNotificationException Missing(string path, string expected) =>
        new(NotificationFailure.InvalidValue, $"{path} must be {expected}, but is missing.", path);

    public static RegistryNotificationException InvalidValue(string path, string expected, string text)
    {
        var excerpt = PrintableText.Escape(text, MaxExcerpt);
        return new(NotificationFailure.InvalidValue, $"{path} must be {expected}, but is '{excerpt}'.", path);
    }

    public static RegistryNotificationException NotJsonInside(string path, Exception? inner = null) =>
        new(NotificationFailure.InvalidValue, $"{path} must be a text that is JSON, but is not.", path, inner);

    public static RegistryNotificationException WrongType(string path, string expected) =>
        new(NotificationFailure.InvalidValue, $"{path} must be {expected}, but has another type.", path);
}
