using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>The question of an access review.</summary>
internal sealed class ReviewSpec
{
    private static readonly string[] ResourceFields = ["namespace", "verb", "group", "version", "resource", "subresource", "name"];
    private static readonly string[] PathFields = ["path", "verb"];

    private readonly JsonObject _spec;

    /// <exception cref="ApiException">A field has another type.</exception>
    public ReviewSpec(JsonObject body)
    {
        _spec = ReviewBody.FindObject(body, "spec") ?? new JsonObject();
        Resource = Copy(ReviewBody.FindObject(_spec, "resourceAttributes"), ResourceFields);
        Path = Copy(ReviewBody.FindObject(_spec, "nonResourceAttributes"), PathFields);
        User = ReviewBody.FindText(_spec, "user");
        Uid = ReviewBody.FindText(_spec, "uid");
        Groups = [.. ReviewBody.FindTexts(_spec, "groups")];
        Extra = (ReviewBody.FindObject(_spec, "extra") ?? new JsonObject()) is var extra
            ? extra.Select(one => KeyValuePair.Create(one.Key, ReviewBody.FindTexts(extra, one.Key).ToValueList())).ToValueMap()
            : default;
    }

    public JsonObject? Resource { get; }

    public JsonObject? Path { get; }

    public string User { get; }

    public string Uid { get; }

    public ValueList<string> Groups { get; }

    public ValueMap<ValueList<string>> Extra { get; }

    /// <summary>Creates the user that the question is about.</summary>
    public ApiUser CreateUser() => new() { Name = User, Uid = Uid, Groups = Groups, Extra = Extra };

    /// <summary>Creates the access that the question is about.</summary>
    public ApiAccess CreateAccess(ApiUser user) => Resource is null
        ? new ApiAccess { User = user, Verb = Get(Path!, "verb"), Path = Get(Path!, "path") }
        : new ApiAccess
        {
            User = user,
            Verb = Get(Resource, "verb"),
            Group = Get(Resource, "group"),
            Version = Get(Resource, "version"),
            Resource = Get(Resource, "resource"),
            Subresource = Get(Resource, "subresource"),
            Namespace = Get(Resource, "namespace"),
            Name = Get(Resource, "name"),
        };

    /// <summary>Writes the question as it was understood.</summary>
    public JsonObject Write()
    {
        var json = new JsonObject();
        Add(json, "resourceAttributes", Resource?.DeepClone());
        Add(json, "nonResourceAttributes", Path?.DeepClone());
        Add(json, "user", User.Length == 0 ? null : User);
        Add(json, "groups", Groups.IsEmpty ? null : DiscoveryJson.WriteTexts(Groups));
        Add(json, "extra", Extra.IsEmpty ? null : UserInfo.WriteExtra(Extra));
        Add(json, "uid", Uid.Length == 0 ? null : Uid);
        return json;
    }

    public static string Get(JsonObject attributes, string name) => ReviewBody.FindText(attributes, name);

    private static JsonObject? Copy(JsonObject? attributes, string[] fields)
    {
        if (attributes is null)
        {
            return null;
        }

        var copy = new JsonObject();
        foreach (var field in fields.Where(field => ReviewBody.FindText(attributes, field).Length > 0))
        {
            copy[field] = ReviewBody.FindText(attributes, field);
        }

        return copy;
    }

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
