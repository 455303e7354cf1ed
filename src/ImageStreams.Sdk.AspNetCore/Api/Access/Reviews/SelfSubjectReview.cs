using System.Globalization;
using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Answers as whom a request is made.</summary>
internal sealed class SelfSubjectReview(TimeProvider timeProvider) : ReviewResource(ReviewDefinitions.SelfSubject)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    protected override ValueTask<JsonObject> AnswerAsync(JsonObject body, ResourceRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JsonObject
        {
            ["metadata"] = new JsonObject
            {
                ["creationTimestamp"] = timeProvider.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture),
            },
            ["status"] = new JsonObject { ["userInfo"] = UserInfo.Write(request.User) },
        });
}
