using ImageStreams.Serialization;
using ImageStreams.Triggers;
using ImageStreams.Validation;

namespace ImageStreams.Tool;

/// <summary>The rules of what an API server refuses, one for each type of error.</summary>
internal static class ValidationRules
{
    private const string FieldHelp = "An API server with strict field validation refuses the object; another one drops the field.";
    private const string ErrorHelp = "An API server refuses the object.";

    private static readonly SarifRule Unknown = Create("ISV1001", "unknown-field", "A field does not exist.", FieldHelp);
    private static readonly SarifRule Duplicate = Create("ISV1002", "duplicate-field", "A field is written twice.", FieldHelp);

    private static readonly Dictionary<FieldErrorType, SarifRule> Errors = new()
    {
        [FieldErrorType.Required] = Create("ISV1101", "required", "A required field is missing.", ErrorHelp),
        [FieldErrorType.Duplicate] = Create("ISV1102", "duplicate-value", "A value stands twice where it may stand once.", ErrorHelp),
        [FieldErrorType.Invalid] = Create("ISV1103", "invalid", "The value of a field is invalid.", ErrorHelp),
        [FieldErrorType.NotSupported] = Create("ISV1104", "not-supported", "The value of a field is none of those possible.", ErrorHelp),
        [FieldErrorType.Forbidden] = Create("ISV1105", "forbidden", "A field or value is forbidden.", ErrorHelp),
        [FieldErrorType.TooLong] = Create("ISV1106", "too-long", "A value is too long.", ErrorHelp),
        [FieldErrorType.TooMany] = Create("ISV1107", "too-many", "A list has too many items.", ErrorHelp),
        [FieldErrorType.TypeInvalid] = Create("ISV1108", "wrong-type", "The value of a field has the wrong type.", ErrorHelp),
    };

    private static readonly SarifRule Other = Create("ISV1100", "refused", "A field is refused.", ErrorHelp);

    /// <summary>All rules, in the order of their codes.</summary>
    public static IEnumerable<SarifRule> All => [Unknown, Duplicate, Other, .. Errors.Values];

    /// <summary>Gets the rule for a field that strict reading rejects.</summary>
    public static SarifRule Get(FieldProblemKind kind) => kind == FieldProblemKind.Duplicate ? Duplicate : Unknown;

    /// <summary>Gets the rule for a type of error.</summary>
    public static SarifRule Get(FieldErrorType type) => Errors.GetValueOrDefault(type, Other);

    private static SarifRule Create(string code, string name, string title, string help) =>
        new() { Code = code, Name = name, Title = title, Help = help, Severity = TriggerSeverity.Error };
}
