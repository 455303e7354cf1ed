namespace ImageStreams.Importing;

/// <summary>Whose notification it is, which says how it is written.</summary>
public enum NotificationFormat
{
    /// <summary>Docker Hub's webhook.</summary>
    DockerHub,

    /// <summary>Quay's repository notification.</summary>
    Quay,

    /// <summary>Harbor's webhook, in its own form or as a CloudEvent.</summary>
    Harbor,

    /// <summary>GitHub's events <c>package</c> and <c>registry_package</c>.</summary>
    GitHub,

    /// <summary>The envelope of CNCF distribution, which other registries send, too.</summary>
    Distribution,
}
