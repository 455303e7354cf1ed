using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tool;

/// <summary>Lets the cluster find the users of bearer tokens by <c>TokenReview</c>s, whose answers count for 10 seconds.</summary>
/// <remarks>Only hashes of tokens are kept, with a key of this process. A review that fails, or that takes longer than 10 seconds, is
/// answered with 401, and is not remembered.</remarks>
internal sealed class ClusterTokens(ClusterConnection connection, TimeProvider timeProvider) : IApiTokenReviewer
{
    private const int KeyLength = 32;

    private readonly ReviewCalls _calls = new(connection, "authentication.k8s.io", "TokenReview", timeProvider);
    private readonly ReviewCache<string, ApiUser?> _users = new(timeProvider);
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(KeyLength);

    public async ValueTask<ApiUser?> ReviewAsync(string token, CancellationToken cancellationToken = default)
    {
        var hash = Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(token)));
        if (_users.TryFind(hash, out var known))
        {
            return known;
        }

        var user = Read(await _calls.AskAsync(new JsonObject { ["token"] = token }, cancellationToken).ConfigureAwait(false));
        _users.Set(hash, user);
        return user;
    }

    private static ApiUser? Read(JsonElement status)
    {
        var user = ReviewStatus.IsTrue(status, "authenticated") ? ReviewStatus.Find(status, "user") : null;
        return user is { } found && ReviewStatus.FindText(found, "username") is { Length: > 0 } name
            ? new ApiUser
            {
                Name = name,
                Uid = ReviewStatus.FindText(found, "uid"),
                Groups = ReviewStatus.FindTexts(found, "groups"),
                Extra = ReadExtra(found),
            }
            : null;
    }

    private static ValueMap<ValueList<string>> ReadExtra(JsonElement user) =>
        ReviewStatus.Find(user, "extra") is { ValueKind: JsonValueKind.Object } extra
            ? extra.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, ReviewStatus.FindTexts(extra, one.Name))).ToValueMap()
            : default;
}
