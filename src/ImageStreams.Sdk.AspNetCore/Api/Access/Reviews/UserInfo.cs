using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Writes users as Kubernetes has them.</summary>
internal static class UserInfo
{
    /// <summary>Writes a user; what is empty is left out.</summary>
    public static JsonObject Write(ApiUser user)
    {
        var json = new JsonObject { ["username"] = user.Name };
        if (user.Uid.Length > 0)
        {
            json["uid"] = user.Uid;
        }

        DiscoveryJson.AddTexts(json, "groups", user.Groups);
        if (!user.Extra.IsEmpty)
        {
            json["extra"] = WriteExtra(user.Extra);
        }

        return json;
    }

    /// <summary>Writes the further facts about a user.</summary>
    public static JsonObject WriteExtra(ValueMap<ValueList<string>> extra) =>
        new(extra.Select(static one => KeyValuePair.Create(one.Key, (JsonNode?)DiscoveryJson.WriteTexts(one.Value))));
}
