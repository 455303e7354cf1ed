using System.Text.Json.Nodes;
using ImageStreams.Schemas;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>The rules of a kind beyond its schema: defaults, the fields that belong to the server, and validation.</summary>
internal class KindRules
{
    /// <summary>The rules of a kind that has none.</summary>
    public static KindRules None { get; } = new();

    /// <summary>Finds the error of a name; null when it is one of the kind.</summary>
    public virtual FieldError? ValidateName(string name) => MetadataRules.ValidateName(name);

    /// <summary>Finds fields that the kind does not have, and values of another type than it says.</summary>
    public virtual FieldCheck Check(JsonObject value, FieldSchema.Struct type) => FieldCheck.Run(value, type);

    /// <summary>Gives an object the form in which the server keeps it, in place.</summary>
    public virtual void Normalize(JsonObject value, FieldSchema.Struct type) => ObjectNormalizer.Normalize(value, type);

    /// <summary>Fills in defaults that depend on other fields, in an object whose values have the types of the schema.</summary>
    public virtual void SetDefaults(JsonObject value)
    {
    }

    /// <summary>Sets what belongs to the server in a new object, after the owners of its fields are known.</summary>
    public virtual void PrepareForCreate(JsonObject value)
    {
    }

    /// <summary>Sets the status of an object to that of the one that it replaces: a write of the object itself does not change it.</summary>
    public virtual void RestoreStatus(JsonObject value, JsonObject old) => value.CopyFrom(old, "status");

    /// <summary>Sets what belongs to the server in an object that replaces another.</summary>
    public virtual void PrepareForUpdate(JsonObject value, JsonObject old)
    {
    }

    /// <summary>Sets what belongs to the server in an object whose own finalizers are replaced, as those of a namespace in its
    /// <c>spec</c>.</summary>
    public virtual void PrepareForFinalize(JsonObject value, JsonObject old) => PrepareForUpdate(value, old);

    /// <summary>Determines whether an object that is being deleted stays although its metadata has no finalizers.</summary>
    public virtual bool IsHeld(JsonObject value) => false;

    /// <summary>Determines whether an object has another generation than the one that it replaces.</summary>
    public virtual bool ChangesGeneration(JsonObject value, JsonObject old) => value.Concat(old)
        .Select(static field => field.Key)
        .Distinct()
        .Any(name => name is not ("metadata" or "status") && !JsonNode.DeepEquals(value[name], old[name]));

    /// <summary>Finds what a writer of the object should know although it is valid, each as a sentence.</summary>
    public virtual IEnumerable<string> FindWarnings(JsonObject value) => [];

    /// <summary>Finds the errors of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="old">The object that it replaces; null for a new one.</param>
    public virtual IEnumerable<FieldError> Validate(JsonObject value, JsonObject? old) => [];

    /// <summary>Creates an error for a field that must be there.</summary>
    protected static FieldError Required(string field, string detail) =>
        new() { Type = FieldErrorType.Required, Field = field, BadValue = "", Detail = detail };

    /// <summary>Creates an error for a field that must not be there.</summary>
    protected static FieldError Forbidden(string field, string detail) =>
        new() { Type = FieldErrorType.Forbidden, Field = field, BadValue = "", Detail = detail };

    /// <summary>Creates an error for a value.</summary>
    protected static FieldError Invalid(string field, object? value, string detail) =>
        new() { Type = FieldErrorType.Invalid, Field = field, BadValue = value, Detail = detail };

    /// <summary>Creates an error for a reference to something that is not there.</summary>
    protected static FieldError NotFound(string field, object? value) =>
        new() { Type = FieldErrorType.NotFound, Field = field, BadValue = value, Detail = "" };
}
