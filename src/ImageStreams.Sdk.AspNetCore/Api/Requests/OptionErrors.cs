using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Collects the errors of the options of a request, which are refused together.</summary>
internal sealed class OptionErrors(string kind)
{
    private const string Group = "meta.k8s.io";

    private readonly List<StatusCause> _causes = [];

    public void Forbid(string field, string message) => Add("FieldValueForbidden", field, "Forbidden: " + message);

    public void Require(string field, string message) => Add("FieldValueRequired", field, "Required value: " + message);

    public void Refuse(string field, string value, string message) =>
        Add("FieldValueInvalid", field, $"Invalid value: {GoQuote.Format(value)}: {message}");

    public void RefuseTooLong(string field, int bytes) =>
        Add("FieldValueTooLong", field, $"Too long: may not be more than {bytes} bytes");

    /// <param name="field">The field.</param>
    /// <param name="value">The value as it is printed.</param>
    /// <param name="supported">The supported values.</param>
    public void RefuseUnsupported(string field, string value, params IEnumerable<string> supported) => Add(
        "FieldValueNotSupported",
        field,
        $"Unsupported value: {value}: supported values: {string.Join(", ", supported.Select(GoQuote.Format))}");

    /// <exception cref="ApiException">There are errors (422).</exception>
    public void ThrowIfAny()
    {
        if (_causes.Count == 0)
        {
            return;
        }

        var texts = _causes.Select(cause => $"{cause.Field}: {cause.Message}").ToList();
        var all = texts is [var only] ? only : $"[{string.Join(", ", texts)}]";
        var details = new StatusDetails { Group = Group, Kind = kind, Causes = _causes.ToValueList() };
        throw ServedErrors.Create(ApiFailure.Invalid, 422, StatusReasons.Invalid, $"{kind}.{Group} \"\" is invalid: {all}", details);
    }

    private void Add(string reason, string field, string message) =>
        _causes.Add(new StatusCause { Reason = reason, Message = message, Field = field });
}
