namespace ImageStreams.Importing;

/// <summary>The formats of notifications, by the registry that sends them.</summary>
public enum NotificationFormat
{
    /// <summary>The webhook of Docker Hub.</summary>
    DockerHub,

    /// <summary>The repository notification of Quay.</summary>
    Quay,

    /// <summary>The webhook of Harbor, in its own format or as a CloudEvent.</summary>
    Harbor,

    /// <summary>The GitHub events <c>package</c> and <c>registry_package</c>.</summary>
    GitHub,

    /// <summary>The envelope of CNCF Distribution, which other registries send as well.</summary>
    Distribution,

    /// <summary>The webhook of Azure Container Registry, one event of CNCF Distribution without the envelope, or its events from
    /// Azure Event Grid: a list of them, or CloudEvents.</summary>
    AzureContainerRegistry,

    /// <summary>The webhook of JFrog Artifactory for the domain <c>docker</c>.</summary>
    Artifactory,
}
