using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Options of reading a <see cref="RegistryNotification"/>.</summary>
/// <remarks>All options bind from configuration.</remarks>
public sealed class RegistryNotificationOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxBytes"/>: 1 MiB.</summary>
    public const int DefaultMaxBytes = 1 << 20;

    /// <summary>Default of <see cref="MaxEvents"/>: 1,000.</summary>
    public const int DefaultMaxEvents = 1000;

    /// <summary>The format of the notifications; <see langword="null"/>, the default, to detect it.</summary>
    public NotificationFormat? Format { get; set; }

    /// <summary>
    /// The registry that the notifications concern, regardless of their content; <see langword="null"/>, the default, for
    /// the registry that each one names.
    /// </summary>
    /// <remarks>
    /// Useful for a registry behind a proxy that does not know its own name, and for an endpoint that only one registry may
    /// write to.
    /// </remarks>
    public string? Registry { get; set; }

    /// <summary>The way in which clients address the repositories of JFrog Artifactory; by default in the path.</summary>
    /// <remarks>
    /// A <see cref="Registry"/> that begins with the key of the repository and a dot is a subdomain in any case. Without
    /// <see cref="Registry"/>, the host of the platform's own address counts.
    /// </remarks>
    public ArtifactoryAddress ArtifactoryAddress { get; set; }

    /// <summary>True if clients address the repositories of Sonatype Nexus by the path, as in
    /// <c>nexus.example.com/docker-hosted/team/app</c>; false, the default, if each has a host or a port of its own.</summary>
    /// <remarks>Nexus names no host, so that its notifications need <see cref="Registry"/> in either case.</remarks>
    public bool NexusUsesPath { get; set; }

    /// <summary>The longest notification that is read, in bytes; at least 1.</summary>
    public int MaxBytes { get; set; } = DefaultMaxBytes;

    /// <summary>
    /// The maximum number of events of a notification, and the maximum number of tags of one event; at least 1.
    /// </summary>
    public int MaxEvents { get; set; } = DefaultMaxEvents;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        if (Format is { } format)
        {
            errors.Defined(format, nameof(Format));
        }

        errors.Defined(ArtifactoryAddress);
        errors.Require(
            Registry is null || RegistryGrammar.IsRegistry(Registry), nameof(Registry), Registry, "a host with an optional port");
        errors.AtLeast(MaxBytes, 1);
        errors.AtLeast(MaxEvents, 1);
    }
}
