using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>The way in which a version of OpenAPI refers to definitions.</summary>
internal sealed class OpenApiDialect
{
    private OpenApiDialect(string prefix, bool wrapsReferences)
    {
        Prefix = prefix;
        WrapsReferences = wrapsReferences;
    }

    /// <summary>OpenAPI 2.</summary>
    public static OpenApiDialect V2 { get; } = new("#/definitions/", false);

    /// <summary>OpenAPI 3, in which nothing may stand beside a reference.</summary>
    public static OpenApiDialect V3 { get; } = new("#/components/schemas/", true);

    /// <summary>The beginning of references.</summary>
    public string Prefix { get; }

    /// <summary>Gets a value indicating whether a reference is put into <c>allOf</c> so that a default can stand beside it.</summary>
    public bool WrapsReferences { get; }

    /// <summary>Writes a reference on its own.</summary>
    public JsonObject Refer(string name) => new() { ["$ref"] = Prefix + name };

    /// <summary>Adds a reference to a property.</summary>
    public void AddReference(JsonObject property, string name)
    {
        if (WrapsReferences)
        {
            property["allOf"] = new JsonArray(Refer(name));
        }
        else
        {
            property["$ref"] = Prefix + name;
        }
    }
}
