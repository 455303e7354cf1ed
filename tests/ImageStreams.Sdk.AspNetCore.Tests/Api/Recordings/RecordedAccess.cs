using ImageStreams.AspNetCore;
using ImageStreams.Clients;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The users of the recorded cluster, and what they may do.</summary>
internal sealed class RecordedAccess
{
    private const string Anonymous = "anonymous";

    /// <summary>A note about a request whose header with the token is not recorded.</summary>
    private const string BadToken = "bad bearer token";

    private static readonly Dictionary<string, (string Name, string[] Groups)> Users = new()
    {
        ["admin"] = ("system:admin", ["system:masters"]),
        ["developer"] = ("developer", ["devs"]),
        ["viewer"] = ("viewer", []),
        ["nobody"] = ("nobody", []),
    };

    private readonly RbacPolicy _policy = RbacPolicy.CreateDefault();

    public RecordedAccess()
    {
        Authorizer = new RbacAuthorizer(_policy);

        // Made before the recordings began.
        _policy.Set(new RbacBinding { Name = "dev-admin", Namespace = "rbacns", Role = "admin", Subjects = [RbacSubject.CreateUser("developer")] });
    }

    public RbacAuthorizer Authorizer { get; }

    /// <summary>Lets the engine ask for who makes a request.</summary>
    public void Configure(EmbeddedImageStreamOptions options)
    {
        options.GetUsers = static () => ImageApiUsers.Instance;
        options.GetAccessReviewer = () => new ImageApiAccessReviewer(Authorizer);
    }

    /// <summary>Gives every user a token.</summary>
    public void Configure(ImageApiOptions options)
    {
        options.Access.AllowAnonymous = true;
        options.Access.GetAuthorizer = () => Authorizer;
        foreach (var (key, (name, groups)) in Users)
        {
            var token = new ApiTokenOptions { Token = key, User = name };
            Array.ForEach(groups, token.Groups.Add);
            options.Access.Tokens.Add(token);
        }
    }

    /// <summary>Adds the token of the recorded user to a request.</summary>
    public static void Identify(HttpRequestMessage request, HttpExchange recorded)
    {
        var isBad = recorded.Exchange.Note.Contains(BadToken, StringComparison.Ordinal);
        if (recorded.User != Anonymous || isBad)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {(isBad ? "bad" : recorded.User)}");
        }
    }
}
