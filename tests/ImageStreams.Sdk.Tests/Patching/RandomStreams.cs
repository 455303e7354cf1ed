using System.Text.Json.Nodes;

namespace ImageStreams.Tests.Patching;

/// <summary>Random parts of image streams, from few names and values, so that they meet.</summary>
internal sealed class RandomStreams(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int max) => _random.Next(max);

    /// <summary>Creates an object with some labels, tags and finalizers, whose names begin with a prefix.</summary>
    public JsonObject Create(string prefix = "")
    {
        var stream = new JsonObject();
        Add(stream, "metadata", CreateMetadata(prefix));
        Add(stream, "spec", CreateSpec(prefix));
        return stream;
    }

    private JsonObject CreateMetadata(string prefix)
    {
        var metadata = new JsonObject();
        Add(metadata, "labels", CreateTexts(prefix));
        Add(metadata, "annotations", CreateTexts(prefix));
        if (_random.Next(3) == 0)
        {
            metadata["finalizers"] = new JsonArray(prefix + "/" + _random.Next(3));
        }

        return metadata;
    }

    private JsonObject CreateSpec(string prefix)
    {
        var spec = new JsonObject();
        if (prefix.Length == 0 && _random.Next(4) == 0)
        {
            spec["lookupPolicy"] = new JsonObject { ["local"] = _random.Next(2) == 0 };
        }

        var names = Enumerable.Range(0, 4).Where(_ => _random.Next(2) == 0).OrderBy(_ => _random.Next());
        var tags = names.Select(name => (JsonNode)CreateTag($"{prefix}{name}")).ToArray();
        if (tags.Length > 0)
        {
            spec["tags"] = new JsonArray(tags);
        }

        return spec;
    }

    private JsonObject CreateTag(string name)
    {
        var tag = new JsonObject { ["name"] = name };
        if (_random.Next(2) == 0)
        {
            tag["from"] = new JsonObject { ["kind"] = "DockerImage", ["name"] = $"r.example/app:{_random.Next(3)}" };
        }

        Add(tag, "annotations", CreateTexts(""));
        if (_random.Next(3) == 0)
        {
            tag["importPolicy"] = new JsonObject { ["scheduled"] = true };
        }

        return tag;
    }

    private JsonObject CreateTexts(string prefix) => new(Enumerable.Range(0, 3)
        .Where(_ => _random.Next(3) == 0)
        .Select(name => KeyValuePair.Create($"{prefix}k{name}", (JsonNode?)$"{_random.Next(3)}")));

    private static void Add(JsonObject parent, string name, JsonObject value)
    {
        if (value.Count > 0)
        {
            parent[name] = value;
        }
    }
}
