using System.Text.Json;
using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Reads a notification by its format, which it recognizes by members that only that format has.</summary>
internal static class NotificationReader
{
    /// <summary>All formats; the plain envelope of CNCF Distribution comes last, because GitLab's has the same members.</summary>
    private static readonly NotificationFormat[] DetectionOrder =
    [
        .. Enum.GetValues<NotificationFormat>().Where(static format => format != NotificationFormat.Distribution),
        NotificationFormat.Distribution,
    ];

    public static RegistryNotification Read(ReadOnlySpan<byte> utf8, RegistryNotificationOptions options)
    {
        OptionsErrors.ThrowIfAny(options);

        return utf8.Length <= options.MaxBytes
            ? ReadJson(utf8.ToArray(), options)
            : throw NotificationErrors.TooLarge(utf8.Length, options.MaxBytes);
    }

    /// <summary>Reads a body, and stops where it gets too long.</summary>
    public static async Task<RegistryNotification> ReadAsync(
        Stream body, RegistryNotificationOptions options, CancellationToken cancellationToken)
    {
        OptionsErrors.ThrowIfAny(options);

        return await CappedReader.ReadAsync(body, options.MaxBytes, cancellationToken).ConfigureAwait(false) is { } utf8
            ? ReadJson(utf8, options)
            : throw NotificationErrors.TooLong(options.MaxBytes);
    }

    private static RegistryNotification ReadJson(ReadOnlyMemory<byte> utf8, RegistryNotificationOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, RegistryJson.DocumentOptions);
            return Read(new NotificationValue(document.RootElement, "$"), options);
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            throw NotificationErrors.NotJson(exception);
        }
    }

    private static RegistryNotification Read(NotificationValue root, RegistryNotificationOptions options)
    {
        var format = options.Format ?? FindFormat(root) ?? throw CreateUnknown(root);
        if (!root.IsObject && !(root.IsArray && format == NotificationFormat.AzureContainerRegistry))
        {
            throw NotificationErrors.WrongType(root.Path, "an object");
        }

        var builder = new NotificationBuilder(options);
        GetReader(format)(root, builder);
        return builder.Build(format);
    }

    private static RegistryNotificationException CreateUnknown(NotificationValue root) => root.IsObject
        ? NotificationErrors.UnknownFormat()
        : NotificationErrors.WrongType(root.Path, "an object, or a list of events of Azure Event Grid");

    private static NotificationFormat? FindFormat(NotificationValue root)
    {
        foreach (var format in DetectionOrder)
        {
            if (Matches(root, format))
            {
                return format;
            }
        }

        return null;
    }

    private static bool Matches(NotificationValue root, NotificationFormat format) => format switch
    {
        NotificationFormat.DockerHub => DockerHubNotification.Matches(root),
        NotificationFormat.Quay => QuayNotification.Matches(root),
        NotificationFormat.Harbor => HarborNotification.Matches(root),
        NotificationFormat.GitHub => GitHubNotification.Matches(root),
        NotificationFormat.AzureContainerRegistry => AzureNotification.Matches(root),
        NotificationFormat.Artifactory => ArtifactoryNotification.Matches(root),
        NotificationFormat.GitLab => GitLabNotification.Matches(root),
        NotificationFormat.ElasticContainerRegistry => ElasticRegistryNotification.Matches(root),
        NotificationFormat.GoogleArtifactRegistry => GoogleNotification.Matches(root),
        NotificationFormat.Nexus => NexusNotification.Matches(root),
        _ => DistributionNotification.Matches(root),
    };

    private static Action<NotificationValue, NotificationBuilder> GetReader(NotificationFormat format) => format switch
    {
        NotificationFormat.DockerHub => DockerHubNotification.Read,
        NotificationFormat.Quay => QuayNotification.Read,
        NotificationFormat.Harbor => HarborNotification.Read,
        NotificationFormat.GitHub => GitHubNotification.Read,
        NotificationFormat.Distribution => DistributionNotification.Read,
        NotificationFormat.AzureContainerRegistry => AzureNotification.Read,
        NotificationFormat.Artifactory => ArtifactoryNotification.Read,
        NotificationFormat.GitLab => GitLabNotification.Read,
        NotificationFormat.ElasticContainerRegistry => ElasticRegistryNotification.Read,
        NotificationFormat.GoogleArtifactRegistry => GoogleNotification.Read,
        NotificationFormat.Nexus => NexusNotification.Read,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "The value is not defined."),
    };
}
