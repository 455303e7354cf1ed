using System.Text;
using ImageStreams.Importing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.AspNetCore;

/// <summary>The secrets of one sender, compared in constant time.</summary>
internal sealed class WebhookSecret
{
    /// <summary>The name of the route value with a secret in the path.</summary>
    public const string RouteValue = "secret";

    private const string Authorization = "Authorization";
    private const string BearerPrefix = "Bearer ";
    private const string PathTag = "url.path";
    private const string BasicPrefix = "Basic ";

    private readonly string[] _secrets;
    private readonly string _header;

    public WebhookSecret(RegistryWebhookSender sender)
    {
        Verification = GetVerification(sender);
        _header = sender.SecretHeader ?? GetHeader(sender.Notifications.Format);
        _secrets = sender.AllowAnonymous ? [] : [.. new[] { sender.Secret, sender.PreviousSecret }.OfType<string>().Where(secret => secret.Length > 0)];
    }

    /// <summary>The way in which the secret is shown.</summary>
    public WebhookVerification Verification { get; }

    /// <summary>Gets a value indicating whether a request can be refused before its body is read.</summary>
    private bool IsBesideBody => Verification is WebhookVerification.Header or WebhookVerification.Path;

    /// <summary>Gets the way of a sender: its own, or that of its format.</summary>
    public static WebhookVerification GetVerification(RegistryWebhookSender sender) =>
        sender.Verification ?? sender.Notifications.Format switch
        {
            NotificationFormat.DockerHub or NotificationFormat.Quay or NotificationFormat.GoogleArtifactRegistry => WebhookVerification.Path,
            NotificationFormat.GitHub => WebhookVerification.GitHubSignature,
            NotificationFormat.Nexus => WebhookVerification.NexusSignature,
            _ => WebhookVerification.Header,
        };

    /// <summary>Determines whether a request may go on to its body.</summary>
    public bool MayRead(HttpRequest request)
    {
        if (_secrets.Length == 0)
        {
            return true;
        }

        return Verification switch
        {
            WebhookVerification.Path => IsAny(request.RouteValues[RouteValue] as string, NotificationSecret.Matches),
            WebhookVerification.Header => IsAny(request.Headers[_header].ToString(), MatchesHeader),
            _ => request.Headers.ContainsKey(GetSignatureHeader(Verification)),
        };
    }

    /// <summary>Determines whether a question without a body may be answered; nobody can sign one.</summary>
    public bool MayAsk(HttpRequest request) => (_secrets.Length == 0 || IsBesideBody) && MayRead(request);

    /// <summary>Takes a secret in the path out of the activity of the request, which carries it to wherever traces go.</summary>
    public void Hide(HttpContext context)
    {
        if (Verification == WebhookVerification.Path
            && context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity
            && activity.GetTagItem(PathTag) is not null)
        {
            var path = (context.Request.Path.Value ?? "").TrimEnd('/');
            activity.SetTag(PathTag, $"{context.Request.PathBase}{path[..(path.LastIndexOf('/') + 1)]}…");
        }
    }

    /// <summary>Determines whether the body is signed, if it has to be.</summary>
    public bool IsSigned(HttpRequest request, byte[] body) => _secrets.Length == 0 || Verification switch
    {
        WebhookVerification.GitHubSignature => IsAny(
            request.Headers[NotificationSecret.GitHubHeader], (claimed, secret) => NotificationSecret.IsSigned(body, claimed, secret)),
        WebhookVerification.NexusSignature => IsAny(
            request.Headers[NotificationSecret.NexusHeader], (claimed, secret) => NotificationSecret.IsSignedByNexus(body, claimed, secret)),
        WebhookVerification.ArtifactorySignature => IsAny(
            request.Headers[NotificationSecret.ArtifactoryHeader], (claimed, secret) => NotificationSecret.IsSignedByArtifactory(body, claimed, secret)),
        _ => true,
    };

    /// <summary>Compares with every secret, also after one that matches.</summary>
    private bool IsAny(string? claimed, Func<string?, string, bool> matches) =>
        _secrets.Aggregate(false, (isMatch, secret) => matches(claimed, secret) | isMatch);

    /// <summary>Compares in each form that the header may have, also after one that matches.</summary>
    private static bool MatchesHeader(string? value, string secret) =>
        NotificationSecret.Matches(value, secret)
        | NotificationSecret.Matches(FindToken(value), secret)
        | NotificationSecret.Matches(FindPassword(value), secret);

    /// <summary>Finds what follows the scheme, whose case does not matter.</summary>
    private static string? FindToken(string? value) =>
        value?.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) == true ? value[BearerPrefix.Length..] : null;

    private static string? FindPassword(string? value)
    {
        if (value is null || !value.StartsWith(BasicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value[BasicPrefix.Length..], bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : pair[(colon + 1)..];
    }

    private static string GetSignatureHeader(WebhookVerification verification) => verification switch
    {
        WebhookVerification.GitHubSignature => NotificationSecret.GitHubHeader,
        WebhookVerification.NexusSignature => NotificationSecret.NexusHeader,
        _ => NotificationSecret.ArtifactoryHeader,
    };

    private static string GetHeader(NotificationFormat? format) =>
        format == NotificationFormat.Artifactory ? NotificationSecret.ArtifactoryHeader : Authorization;
}
