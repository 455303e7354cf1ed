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

    /// <summary>The envelope of GitLab's container registry, which is that of CNCF Distribution with events of its own.</summary>
    GitLab,

    /// <summary>The events of Amazon Elastic Container Registry, from EventBridge or in a message of Amazon SNS.</summary>
    ElasticContainerRegistry,

    /// <summary>The notifications of Google Artifact Registry that Pub/Sub pushes, with or without the message around them.</summary>
    GoogleArtifactRegistry,

    /// <summary>The repository webhook of Sonatype Nexus, for components or assets of the format <c>docker</c>.</summary>
    Nexus,
}
