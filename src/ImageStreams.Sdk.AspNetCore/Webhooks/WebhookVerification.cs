namespace ImageStreams.AspNetCore;

/// <summary>The ways in which the sender of a webhook shows that it knows the secret.</summary>
public enum WebhookVerification
{
    /// <summary>A header has the secret as its whole value, after <c>Bearer</c>, or as the password of <c>Basic</c>.</summary>
    Header,

    /// <summary>The last segment of the path is the secret, for senders that can do nothing else.</summary>
    /// <remarks>A path is in the access logs of servers and proxies, so any other way is better.</remarks>
    Path,

    /// <summary>The header <c>X-Hub-Signature-256</c> has the HMAC-SHA256 of the body.</summary>
    GitHubSignature,

    /// <summary>The header <c>X-Nexus-Webhook-Signature</c> has the HMAC-SHA1 of the body.</summary>
    NexusSignature,

    /// <summary>The header <c>X-JFrog-Event-Auth</c> has the HMAC-SHA256 of the body.</summary>
    ArtifactorySignature,
}
