using System.Runtime.ExceptionServices;
using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>Collects the moves of a notification.</summary>
internal sealed class NotificationBuilder(RegistryNotificationOptions options)
{
    private const int MaxValidationCode = 128;
    private const string ValidationCodeForm = "a code of at most 128 letters, digits and hyphens";
    private readonly List<RepositoryMove> _moves = [];
    private readonly List<string> _ignored = [];
    private RegistryNotificationException? _firstError;
    private string? _validationCode;
    private PendingSubscription? _subscription;

    /// <summary>The largest number of entries of a list.</summary>
    public int Limit => options.MaxEvents;

    /// <summary>The options of the reader.</summary>
    public RegistryNotificationOptions Options => options;

    /// <summary>Adds a move; the registry of the options counts before that of the notification.</summary>
    public void Add(MoveDraft draft) => Add(draft, options.Registry);

    /// <summary>Adds a move in a registry.</summary>
    public void Add(MoveDraft draft, string? registry)
    {
        if (_moves.Count >= Limit)
        {
            throw NotificationErrors.TooManyEvents("$", _moves.Count + 1, Limit);
        }

        TryRead(() => _moves.Add(draft.ToMove(registry)));
    }

    /// <summary>Sets the code that the sender wants back; the first one counts.</summary>
    public void AddValidation(NotificationText code) =>
        TryRead(() => _validationCode ??= code.Require(IsValidationCode, ValidationCodeForm));

    /// <summary>Sets the subscription that waits for its confirmation.</summary>
    public void AddSubscription(Func<PendingSubscription> read) => TryRead(() => _subscription ??= read());

    /// <summary>Adds a value that changes no tag, with the reason.</summary>
    public void Ignore(NotificationValue value, string reason) => _ignored.Add($"{value.Path}: {reason}.");

    /// <summary>Creates the notification. A malformed value does not affect the others.</summary>
    /// <exception cref="RegistryNotificationException">Every value is malformed.</exception>
    public RegistryNotification Build(NotificationFormat format)
    {
        var isEmpty = _moves.Count == 0 && _validationCode is null && _subscription is null;
        if (isEmpty && _firstError is not null)
        {
            ExceptionDispatchInfo.Throw(_firstError);
        }

        if (isEmpty && _ignored.Count == 0)
        {
            _ignored.Add("$: the notification has no events.");
        }

        return new RegistryNotification
        {
            Format = format,
            Moves = _moves.ToValueList(),
            Ignored = _ignored.ToValueList(),
            ValidationCode = _validationCode,
            Subscription = _subscription,
        };
    }

    private static bool IsValidationCode(string code) =>
        code.Length <= MaxValidationCode && code.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private void TryRead(Action read)
    {
        try
        {
            read();
        }
        catch (RegistryNotificationException e)
        {
            _firstError ??= e;
            _ignored.Add($"{e.Path}: {e.Message}");
        }
    }
}
