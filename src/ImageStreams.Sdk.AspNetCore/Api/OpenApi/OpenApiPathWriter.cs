using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Writes paths with their operations.</summary>
/// <param name="dialect">The version of OpenAPI.</param>
internal sealed class OpenApiPathWriter(OpenApiDialect dialect)
{
    private static readonly string[] Answers = ["application/json", "application/yaml"];

    /// <summary>Writes a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="definition">Its resource.</param>
    /// <param name="one">The name of the definition of an object; null for none.</param>
    /// <param name="many">The name of the definition of a list; null for none.</param>
    public JsonObject Write(OpenApiPath path, ResourceDefinition definition, string? one, string? many)
    {
        var json = new JsonObject();
        foreach (var operation in path.Operations)
        {
            json[operation.Method] = WriteOperation(path, operation, definition, operation.AnswersList ? many : one, one);
        }

        json["parameters"] = new JsonArray([.. GetPathParameters(path).Select(WriteParameter)]);
        return json;
    }

    private JsonObject WriteOperation(
        OpenApiPath path, OpenApiOperation operation, ResourceDefinition definition, string? answer, string? body)
    {
        var json = new JsonObject
        {
            ["tags"] = new JsonArray(GetTag(definition)),
            ["operationId"] = OpenApiNames.GetOperation(operation.Action, definition, path.IsNamespaced, path.Kind, path.Suffix),
        };
        var parameters = operation.Parameters.Select(WriteParameter).ToList();
        AddBody(json, parameters, operation, body);
        json["parameters"] = new JsonArray([.. parameters]);
        json["responses"] = WriteResponses(operation, answer);
        json["x-kubernetes-action"] = operation.KubernetesAction;
        json["x-kubernetes-group-version-kind"] =
            new JsonObject { ["group"] = definition.Group, ["version"] = definition.Version, ["kind"] = path.Kind };
        return json;
    }

    private void AddBody(JsonObject json, List<JsonObject> parameters, OpenApiOperation operation, string? body)
    {
        if (operation.BodyTypes.Count == 0)
        {
            return;
        }

        var schema = operation.HasObjectBody && body is not null ? dialect.Refer(body) : new JsonObject { ["type"] = "object" };
        if (dialect == OpenApiDialect.V2)
        {
            json["consumes"] = DiscoveryJson.WriteTexts(operation.BodyTypes);
            parameters.Add(new JsonObject { ["name"] = "body", ["in"] = "body", ["required"] = true, ["schema"] = schema });
            return;
        }

        var contents = operation.BodyTypes.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = schema.DeepClone() }));
        json["requestBody"] = new JsonObject { ["content"] = new JsonObject(contents), ["required"] = true };
    }

    private JsonObject WriteResponses(OpenApiOperation operation, string? answer)
    {
        var schema = answer is null ? new JsonObject { ["type"] = "object" } : dialect.Refer(answer);
        var responses = new JsonObject();
        foreach (var code in operation.Method is "post" or "put" or "patch" ? new[] { "200", "201" } : ["200"])
        {
            responses[code] = WriteResponse(schema);
        }

        return responses;
    }

    private JsonObject WriteResponse(JsonObject schema)
    {
        if (dialect == OpenApiDialect.V2)
        {
            return new JsonObject { ["description"] = "OK", ["schema"] = schema.DeepClone() };
        }

        var contents = Answers.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = schema.DeepClone() }));
        return new JsonObject { ["description"] = "OK", ["content"] = new JsonObject(contents) };
    }

    private JsonObject WriteParameter(OpenApiParameter parameter)
    {
        var json = new JsonObject { ["name"] = parameter.Name, ["in"] = parameter.In, ["description"] = parameter.Description };
        if (parameter.In == "path")
        {
            json["required"] = true;
        }

        if (dialect == OpenApiDialect.V2)
        {
            json["type"] = parameter.Type;
            json["uniqueItems"] = true;
            return json;
        }

        json["schema"] = new JsonObject { ["type"] = parameter.Type, ["uniqueItems"] = true };
        return json;
    }

    private static IEnumerable<OpenApiParameter> GetPathParameters(OpenApiPath path)
    {
        if (path.Path.Contains("{name}", StringComparison.Ordinal))
        {
            yield return new("name", "string", "The name of the object.", "path");
        }

        if (path.IsNamespaced)
        {
            yield return new("namespace", "string", "The namespace of the object.", "path");
        }
    }

    private static string GetTag(ResourceDefinition definition)
    {
        var group = OpenApiNames.Capitalize(definition.Group.Length == 0 ? "core" : definition.Group);
        return $"{char.ToLowerInvariant(group[0])}{group[1..]}_{definition.Version}";
    }
}
