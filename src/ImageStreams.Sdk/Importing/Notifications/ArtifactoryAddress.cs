namespace ImageStreams.Importing;

/// <summary>The ways in which clients address the repositories of JFrog Artifactory.</summary>
public enum ArtifactoryAddress
{
    /// <summary>By the path: <c>acme.example.io/docker-local/team/app</c>.</summary>
    Path,

    /// <summary>By a subdomain for each repository: <c>docker-local.acme.example.io/team/app</c>.</summary>
    Subdomain,

    /// <summary>By a host or a port for each repository: <c>acme.example.io:8082/team/app</c>.</summary>
    Host,
}
